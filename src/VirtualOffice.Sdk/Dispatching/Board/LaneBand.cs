namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The callers of a lane in one band: the first with its static key, and the last; −1 for none.</summary>
internal record struct LaneBand(int First, int Last, long FirstKey);
