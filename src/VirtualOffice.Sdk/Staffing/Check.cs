using System.Runtime.CompilerServices;

namespace VirtualOffice.Sdk.Staffing;

/// <summary>What the formulas ask of their arguments.</summary>
internal static class Check
{
    public static void Load(double load, [CallerArgumentExpression(nameof(load))] string? name = null)
    {
        if (!double.IsFinite(load) || load < 0)
        {
            throw new ArgumentOutOfRangeException(name, load, "A load is a number of Erlang, zero or more.");
        }
    }

    public static void Positive(TimeSpan time, [CallerArgumentExpression(nameof(time))] string? name = null) =>
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, name);
}
