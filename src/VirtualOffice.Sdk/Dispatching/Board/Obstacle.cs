namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What keeps an operator from being offered a call.</summary>
/// <param name="Kind">What.</param>
/// <param name="Until">Until when, where that is known.</param>
internal readonly record struct Obstacle(ObstacleKind Kind, long Until = long.MaxValue);
