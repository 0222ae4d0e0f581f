using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Tests.Staffing;

public sealed class ErlangBTests
{
    /// <summary>By hand from <c>(aⁿ/n!) / Σ aᵏ/k!</c>, and the table value of 10 trunks for 1 % loss, 4.461 Erlang (ITU E.520 and every traffic table).</summary>
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(1, 2, 0.2)]
    [InlineData(2, 2, 0.4)]
    [InlineData(3, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(4.461, 10, 0.01)]
    [InlineData(84.06, 100, 0.01)]
    public void Blocking_KnownValue_Agrees(double load, int operators, double expected) =>
        Assert.Equal(expected, ErlangB.Blocking(load, operators), 4);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, -1)]
    public void Blocking_OutOfRange_Throws(double load, int operators) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.Blocking(load, operators));
}
