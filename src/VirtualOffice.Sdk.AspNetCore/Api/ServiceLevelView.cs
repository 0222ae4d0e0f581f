using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A service level as the API shows it, by both formulas.</summary>
internal sealed record ServiceLevelView(double Minutes, double ThresholdSeconds, int Answered, int AnsweredInTime, int Abandoned, int AbandonedInTime, double? OfAnswered, double? OfAll)
{
    public static ServiceLevelView Of(ServiceLevel level) => new(
        level.Window.TotalMinutes, level.Threshold.TotalSeconds, level.Answered, level.AnsweredInTime, level.Abandoned, level.AbandonedInTime, level.OfAnswered, level.OfAll);
}
