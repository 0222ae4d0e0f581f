using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Bookkeeping;

/// <summary>The office's books: they balance in all that is usual, and what is not there is told.</summary>
public sealed class BooksTests
{
    private readonly SimulatedOffice _office = new();

    [Fact]
    public void DrawUp_CallsComeAndGo_Balances()
    {
        _office.StartHost();
        var first = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550102");
        _office.World.RunFor(TimeSpan.FromSeconds(20));
        first.HangUp();
        _office.World.RunFor(TimeSpan.FromSeconds(5));

        var books = DrawUp();

        Assert.Empty(books.Imbalances);
        Assert.Equal((2, 1, 1, 1), ((int)books.Calls.Received, (int)books.Calls.Live, books.Running, (int)books.OpenCallbacks));
    }

    [Fact]
    public void CallThatNothingRuns_IsAnAlarmAfterAMinuteAndUntilItEnds()
    {
        _office.StartHost();
        var events = _office.Office.Events;
        var alarms = new List<BooksAlarm>();
        _ = _office.Host!.Start(async () =>
        {
            await foreach (var e in events.ReadAllAsync())
            {
                if (e is BooksAlarm alarm)
                {
                    alarms.Add(alarm);
                }
            }
        });
        var lost = new CallId(new Guid(0x019C0000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        Append(lost, 0, new CallReceived(_office.World.Clock.GetUtcNow(), new LegId("simulated", "lost"), "", SimulatedOffice.FoxNumber, CallerId.Withheld));

        Assert.Equal(["1 calls are live in the journal, but only 0 run."], DrawUp().Imbalances);
        _office.World.RunFor(TimeSpan.FromSeconds(50));
        Assert.Empty(alarms);
        _office.World.RunFor(TimeSpan.FromSeconds(60));
        Assert.Equal(["1 calls are live in the journal, but only 0 run."], Assert.Single(alarms).Imbalances);

        Append(lost, 1, new CallEnded(_office.World.Clock.GetUtcNow(), new CallOutcome(CallOutcomeKind.LostByPbx, CallStage.Intake)), new CallClosed(_office.World.Clock.GetUtcNow()));
        _office.World.RunFor(TimeSpan.FromSeconds(30));
        Assert.Equal(2, alarms.Count);
        Assert.Empty(alarms[1].Imbalances);
    }

    private OfficeBooks DrawUp() => _office.World.Run(() => _office.Office.DrawUpBooksAsync());

    private void Append(CallId call, long version, params CallEvent[] events) =>
        _office.Journal.AppendAsync(new JournalAppend(call, version, events, []), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
