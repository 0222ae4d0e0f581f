namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SeededIdSourceTests
{
    private readonly SimulatedWorld _world = new();

    [Fact]
    public void NewId_ManyInOneMillisecond_AscendAndAreVersion7()
    {
        var source = new SeededIdSource(_world.Clock, 5);

        var ids = Enumerable.Range(0, 10_000).Select(_ => source.NewId()).ToList();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0xC)));
    }

    [Fact]
    public void NewId_ClockSetBack_StillAscends()
    {
        var source = new SeededIdSource(_world.Clock, 5);
        var before = source.NewId();

        _world.Clock.ShiftUtc(TimeSpan.FromHours(-2));

        Assert.True(source.NewId() > before);
    }

    [Fact]
    public void NewId_HasTheTimeOfTheClock()
    {
        var id = new SeededIdSource(_world.Clock, 5).NewId();

        var milliseconds = Convert.ToInt64(id.ToString("N")[..12], 16);
        Assert.Equal(_world.Clock.GetUtcNow(), DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }

    [Fact]
    public void NewId_SameSeed_SameIds() =>
        Assert.Equal(new SeededIdSource(_world.Clock, 5).NewId(), new SeededIdSource(_world.Clock, 5).NewId());
}
