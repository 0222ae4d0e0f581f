namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What can be announced to a waiting caller.</summary>
/// <param name="Position">1 for the next of the company's callers.</param>
/// <param name="ExpectedWait">How much longer; null as long as there is nothing to reckon with.</param>
internal readonly record struct WaitForecast(int Position, TimeSpan? ExpectedWait);
