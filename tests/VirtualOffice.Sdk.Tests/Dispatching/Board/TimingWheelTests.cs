using CsCheck;
using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

public sealed class TimingWheelTests
{
    /// <summary>A step: arm (at this distance), cancel (the how manieth), or let so much time pass.</summary>
    private static readonly Gen<(int What, long Distance)> Step =
        from what in Gen.Int[0, 3]
        from bits in Gen.Int[0, 45]
        from distance in Gen.Long[0, 1L << bits]
        select (what, distance);

    [Fact]
    public void TryTake_AnySteps_InExactOrderAndNeverEarlyOrLate() => Step.Array[0, 200].Sample(
        steps =>
        {
            var wheel = new TimingWheel();
            var armed = new SortedDictionary<(long Due, long Rank), (int Owner, int Timer)>();
            var (now, rank) = (0L, 0L);
            foreach (var (what, distance) in steps)
            {
                if (what <= 1)
                {
                    var owner = (int)++rank;
                    armed.Add((now + distance, rank), (owner, wheel.Arm(now + distance, owner, rank)));
                }
                else if (what == 2 && armed.Count > 0)
                {
                    var (key, value) = armed.ElementAt((int)(distance % armed.Count));
                    wheel.Cancel(value.Timer);
                    armed.Remove(key);
                }
                else
                {
                    now += distance;
                    while (armed.Count > 0 && armed.First() is var (key, value) && key.Due <= now)
                    {
                        Assert.True(wheel.NextDue <= key.Due);
                        Assert.True(wheel.TryTake(now, out var owner));
                        Assert.Equal(value.Owner, owner);
                        armed.Remove(key);
                    }

                    Assert.False(wheel.TryTake(now, out _));
                }

                Assert.Equal(armed.Count, wheel.Count);
                Assert.Equal(armed.Count == 0, wheel.NextDue == long.MaxValue);
                Assert.True(armed.Count == 0 || wheel.NextDue <= armed.First().Key.Due);
            }
        },
        iter: 2_000);

    [Fact]
    public void NextDue_TakenWheneverItSaysSo_ComesToTheDeadlineInAFewSteps()
    {
        var wheel = new TimingWheel();
        const long Due = 123_456_789_012_345;
        wheel.Arm(Due, 1, 1);
        var steps = 0;
        while (!wheel.TryTake(wheel.NextDue, out _))
        {
            Assert.InRange(++steps, 1, 9);
        }

        Assert.Equal(0, wheel.Count);
    }
}
