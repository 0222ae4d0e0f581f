using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>How many calls there are.</summary>
/// <param name="Received">Calls received: counted as journals that begin.</param>
/// <param name="Live">Those without an outcome.</param>
/// <param name="Outcomes">Those with one, by kind; kinds without a call are left out.</param>
public sealed record CallCounts(long Received, long Live, IReadOnlyDictionary<CallOutcomeKind, long> Outcomes);
