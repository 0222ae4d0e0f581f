namespace VirtualOffice.Sdk.Benchmarks.Theory;

/// <summary>A figure, simulated and exact.</summary>
/// <param name="Model">The model and its parameters.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="Simulated">What the simulated office says.</param>
/// <param name="Exact">What theory says.</param>
/// <param name="IsMean">Whether it is a mean wait or queue, which varies more, and not a probability.</param>
internal sealed record TheoryLine(string Model, string Figure, double Simulated, double Exact, bool IsMean)
{
    /// <summary>The relative error.</summary>
    public double Error => Math.Abs(Simulated - Exact) / Exact;

    public double Must => IsMean ? 0.05 : 0.01;

    public double Reach => IsMean ? 0.03 : 0.005;

    public bool IsMissed => !(Error <= Must);
}
