namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="Stores.ICallJournal"/> and <see cref="Stores.IMessageOutbox"/> promise, as cases.</summary>
public static class JournalConformance
{
    /// <summary>The cases. Each wants an empty journal and outbox.</summary>
    public static IReadOnlyList<ConformanceCase<IJournalTestBench>> Cases { get; } = [.. JournalCases.All, .. JournalReadingCases.All, .. OutboxCases.All, .. OutboxWorkCases.All, .. OutboxDispatchCases.All];

    internal static ConformanceCase<IJournalTestBench> Case(string name, Func<JournalProbe, Task> run) =>
        new(name, (bench, cancellationToken) => run(new JournalProbe(bench, cancellationToken)));
}
