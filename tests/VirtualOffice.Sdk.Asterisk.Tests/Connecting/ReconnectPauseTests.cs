namespace VirtualOffice.Sdk.Asterisk.Tests.Connecting;

public sealed class ReconnectPauseTests
{
    [Fact]
    public void Next_AgainAndAgain_GrowsFromFastToFourSeconds()
    {
        var pause = new ReconnectPause(new Random(1));
        var pauses = Enumerable.Range(0, 10).Select(_ => pause.Next().TotalSeconds).ToList();
        Assert.InRange(pauses[0], 0.15, 0.2);
        Assert.InRange(pauses[1], 0.3, 0.4);
        Assert.All(pauses, p => Assert.InRange(p, 0.15, 4));
        Assert.InRange(pauses[^1], 3, 4);
        pause.Reset();
        Assert.InRange(pause.Next().TotalSeconds, 0.15, 0.2);
    }
}
