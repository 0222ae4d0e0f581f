namespace VirtualOffice.Sdk.Testing;

/// <summary>Whether what was expected is so.</summary>
/// <param name="IsSo">Whether it is.</param>
/// <param name="Actual">What there is.</param>
internal sealed record Finding(bool IsSo, string Actual)
{
    /// <summary>The opposite, when that was expected.</summary>
    public Finding Unless(bool isNegated) => isNegated ? this with { IsSo = !IsSo } : this;
}
