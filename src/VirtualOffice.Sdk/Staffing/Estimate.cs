namespace VirtualOffice.Sdk.Staffing;

/// <summary>What simulations say of a share, with how sure it is: in 95 of 100 such estimates the truth lies between <paramref name="Low"/> and <paramref name="High"/>.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower end of the 95 % confidence interval.</param>
/// <param name="High">The upper end of the 95 % confidence interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    private const double Confidence = 1.96;

    /// <summary>The ratio of sums, and its interval from how the single days differ (W. G. Cochran, "Sampling Techniques", 1977, the ratio estimator).</summary>
    internal static Estimate OfRatio(IReadOnlyCollection<(double Part, double Whole)> days)
    {
        var whole = days.Sum(d => d.Whole);
        if (whole == 0)
        {
            return default;
        }

        var ratio = days.Sum(d => d.Part) / whole;
        var squares = days.Sum(d => (d.Part - (ratio * d.Whole)) * (d.Part - (ratio * d.Whole)));
        var error = Confidence * Math.Sqrt(squares * days.Count / Math.Max(1, days.Count - 1)) / whole;
        return new Estimate(ratio, Math.Max(0, ratio - error), Math.Min(1, ratio + error));
    }
}
