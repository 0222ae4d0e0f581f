namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>The best of a contestant's rounds.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="Nanoseconds">For each event.</param>
/// <param name="Bytes">Allocated for each event.</param>
internal sealed record Lap(string Name, double Nanoseconds, double Bytes)
{
    public Lap Best(Lap other) => new(Name, Math.Min(Nanoseconds, other.Nanoseconds), Math.Min(Bytes, other.Bytes));
}
