namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>Which intervals are asked for.</summary>
/// <param name="From">When the first begins, within the last 25 hours; null for midnight UTC. A browser asks from its own midnight.</param>
/// <param name="Minutes">How long an interval is: 5, 10, 15, 30 or 60; null for 15.</param>
internal sealed record StatisticsRequest(DateTimeOffset? From, int? Minutes);
