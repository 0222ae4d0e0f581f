using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Why a call is offered to whom, as the API shows it.</summary>
internal sealed record RoutingView(
    string Summary, string Company, string Strategy, double WaitedSeconds, int? Position, double? ExpectedWaitSeconds, string? Chosen, IReadOnlyDictionary<string, string> Skipped)
{
    public static RoutingView Of(RoutingExplanation explanation, QueueForecast? forecast) => new(
        explanation.ToString(),
        explanation.Company.Value,
        explanation.Strategy,
        explanation.Waited.TotalSeconds,
        forecast?.Position,
        forecast?.ExpectedWait?.TotalSeconds,
        explanation.Chosen?.Value,
        explanation.Skipped.ToDictionary(s => s.Operator.Value, s => s.Reason, StringComparer.Ordinal));
}
