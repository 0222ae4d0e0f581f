namespace VirtualOffice.Sdk.Testing;

/// <summary>One thing that a seam promises, as a check of an implementation. Any test framework can run it.</summary>
/// <typeparam name="TBench">What the implementation under test is set up on.</typeparam>
public sealed class ConformanceCase<TBench>
{
    private readonly Func<TBench, CancellationToken, Task> _run;

    internal ConformanceCase(string name, Func<TBench, CancellationToken, Task> run) => (Name, _run) = (name, run);

    /// <summary>What is promised, in the form <c>Subject_Condition_Result</c>; unique in its suite.</summary>
    public string Name { get; }

    /// <summary>Checks it. Every case wants a bench of its own, with an implementation that was not used before.</summary>
    /// <exception cref="ConformanceException">The implementation does not keep the promise.</exception>
    public Task RunAsync(TBench bench, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return _run(bench, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
