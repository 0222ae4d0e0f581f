using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Tests.Dispatching.Strategies;

public sealed class GuardedStrategyTests
{
    private static readonly OperatorFacts Facts = new() { IdleTurn = 7, Order = 3, OfferTurn = 0, CallsTaken = 0, TalkTime = TimeSpan.Zero, Weight = 1, Random = 0.5, LastKey = 0 };

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void SortKey_Right_IsTheStrategysOwn() => Assert.Equal(-3, Guard(new Own(f => -f.Order)).SortKey(Facts));

    [Fact]
    public void SortKey_Throws_IsRetiredForGood()
    {
        var calls = 0;
        var guarded = Guard(new Own(f => ++calls == 2 ? throw new InvalidOperationException("x") : -f.Order));
        Assert.Equal([-3L, 7L, 7L], [guarded.SortKey(Facts), guarded.SortKey(Facts), guarded.SortKey(Facts)]);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void SortKey_SlowAgainAndAgain_IsRetired()
    {
        var guarded = Guard(new Own(f =>
        {
            _clock.Advance(GuardedStrategy.Limit + TimeSpan.FromMilliseconds(1));
            return -f.Order;
        }));
        Assert.All(Enumerable.Range(0, GuardedStrategy.Patience), _ => Assert.Equal(-3, guarded.SortKey(Facts)));
        Assert.Equal(7, guarded.SortKey(Facts));
    }

    private GuardedStrategy Guard(IRoutingStrategy inner) => new(inner, _clock, new OfficeInstruments(), NullLogger<GuardedStrategy>.Instance);

    private sealed class Own(Func<OperatorFacts, long> key) : IRoutingStrategy
    {
        public string Name => "own";

        public long SortKey(in OperatorFacts facts) => key(facts);
    }
}
