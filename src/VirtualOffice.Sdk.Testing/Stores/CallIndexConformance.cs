using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="ICallIndex"/> promises, as cases.</summary>
public static class CallIndexConformance
{
    /// <summary>The cases. Each wants an empty journal and index.</summary>
    public static IReadOnlyList<ConformanceCase<ICallIndexTestBench>> Cases { get; } = [.. CallListCases.All, .. CallViewCases.All];

    internal static ConformanceCase<ICallIndexTestBench> Case(string name, Func<JournalProbe, Func<ICallIndex>, Task> run) =>
        new(name, (bench, cancellationToken) => run(new JournalProbe(bench, cancellationToken), () => bench.Index));
}
