using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class CallMailboxTests
{
    private const int Bound = 256;

    private static readonly LegId Leg = new("pbx", "leg");

    private readonly CallMailbox _mailbox = new();

    [Fact]
    public void Post_UpToTheBound_KeepsEveryReportInOrder()
    {
        var reports = Enumerable.Range(0, Bound).Select(i => new LegRinging(new LegId("pbx", $"{i}"))).ToList();
        reports.ForEach(report => _mailbox.Post(new CallSignal.FromLeg(report)));
        Assert.False(_mailbox.TakeOverflow());
        Assert.Equal(reports, Read().Cast<CallSignal.FromLeg>().Select(s => s.Event));
    }

    [Fact]
    public void Post_ReportsPastTheBound_AsksOnceToResynchronise()
    {
        PostReports(Bound + 10);
        Assert.True(_mailbox.TakeOverflow());
        Assert.False(_mailbox.TakeOverflow());
        var signals = Read();
        Assert.Equal(Bound, signals.OfType<CallSignal.FromLeg>().Count());
        Assert.Equal(10, signals.OfType<CallSignal.Woken>().Count());
    }

    [Fact]
    public void Post_CommandsAndOffersPastTheBound_AreKept()
    {
        PostReports(Bound + 1);
        var hangUp = new CallSignal.HangUp();
        _mailbox.Post(hangUp);
        _mailbox.Post(new CallSignal.FromLeg(new LegOffered(Leg, "+78124540001", CallerId.Withheld)));
        var signals = Read();
        Assert.Same(hangUp, signals[^2]);
        Assert.IsType<LegOffered>(Assert.IsType<CallSignal.FromLeg>(signals[^1]).Event);
        Assert.False(hangUp.Answer.IsCompleted);
    }

    [Fact]
    public void Post_AfterReportsWereRead_HasRoomAgain()
    {
        PostReports(Bound + 1);
        Assert.True(_mailbox.TakeOverflow());
        Read();
        PostReports(Bound);
        Assert.False(_mailbox.TakeOverflow());
        Assert.Equal(Bound, Read().OfType<CallSignal.FromLeg>().Count());
    }

    [Fact]
    public async Task Post_PastTheBound_WakesTheCall()
    {
        PostReports(Bound);
        Read();
        var waiting = _mailbox.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        PostReports(Bound + 1);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Close_RefusesWaitingCommandsAndReturnsUnreadReports()
    {
        var command = new CallSignal.HangUp();
        _mailbox.Post(new CallSignal.FromLeg(new LegRinging(Leg)));
        _mailbox.Post(command);
        _mailbox.Post(CallSignal.Woken.Instance);
        _mailbox.Post(new CallSignal.FromLeg(new LegAnswered(Leg)));
        Assert.Equal([new LegRinging(Leg), new LegAnswered(Leg)], _mailbox.Close());
        var refused = await Assert.ThrowsAsync<CallCommandException>(() => command.Answer);
        Assert.Equal(CallCommandError.WrongStage, refused.Error);
        Assert.False(_mailbox.TryRead(out _));
    }

    [Fact]
    public async Task Post_AfterClose_RefusesTheCommandAndKeepsNothing()
    {
        Assert.Empty(_mailbox.Close());
        var command = new CallSignal.HangUp();
        _mailbox.Post(command);
        _mailbox.Post(new CallSignal.FromLeg(new LegRinging(Leg)));
        var refused = await Assert.ThrowsAsync<CallCommandException>(() => command.Answer);
        Assert.Equal(CallCommandError.WrongStage, refused.Error);
        Assert.False(_mailbox.TryRead(out _));
        Assert.False(await _mailbox.WaitAsync(TestContext.Current.CancellationToken));
    }

    private void PostReports(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _mailbox.Post(new CallSignal.FromLeg(new LegRinging(Leg)));
        }
    }

    private List<CallSignal> Read()
    {
        var signals = new List<CallSignal>();
        while (_mailbox.TryRead(out var signal))
        {
            signals.Add(signal!);
        }

        return signals;
    }
}
