using VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Who takes part.</summary>
/// <param name="Name">The name.</param>
/// <param name="Create">Makes a new one.</param>
/// <param name="Events">How much of the tape it plays; less for the slow ones.</param>
internal sealed record Contestant(string Name, Func<Dispatcher> Create, int Events);
