using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A company's queue as the API shows it.</summary>
internal sealed record QueueView(
    string Company, long Version, DateTimeOffset At, int Waiting, double? LongestWaitSeconds, IReadOnlyDictionary<string, int> Operators, ServiceLevelView Recent, ServiceLevelView Hour)
{
    public static QueueView Of(QueueSnapshot queue) => new(
        queue.Company.Value,
        queue.Version,
        queue.At,
        queue.Waiting,
        queue.LongestWait?.TotalSeconds,
        queue.Operators.ToDictionary(o => o.Key.ToString(), o => o.Value, StringComparer.Ordinal),
        ServiceLevelView.Of(queue.Recent),
        ServiceLevelView.Of(queue.Hour));
}
