using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A connected provider, and what the cases do with it.</summary>
internal sealed class TelephonyProbe(ITelephonyTestBench bench, CancellationToken cancellationToken)
{
    private readonly EventLog _log = new(bench.Clock, bench.Deadline);
    private readonly List<LegId> _legs = [];
    private readonly List<BridgeId> _bridges = [];

    public ITelephonyTestBench Bench => bench;

    public ITelephonyProvider Pbx => bench.Provider;

    public CancellationToken Cancellation => cancellationToken;

    public DialTarget Device => new DeviceTarget(bench.Device);

    public DialTarget Number => new NumberTarget(bench.Number);

    /// <summary>Runs a case on a connected provider, and cleans up after it.</summary>
    public static async Task RunAsync(ITelephonyTestBench bench, Func<TelephonyProbe, Task> run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var probe = new TelephonyProbe(bench, cancellationToken);
        var reading = probe._log.ReadAsync(bench.Provider, stop.Token);
        try
        {
            await probe.ExpectAsync<PbxConnected>(_ => true, "the snapshot of the first connect");
            await run(probe);
        }
        finally
        {
            await probe.CleanUpAsync();
            stop.Cancel();
            await reading;
        }
    }

    public LegId NewLeg() => new(Pbx.Name, bench.NewId());

    public BridgeId NewBridge()
    {
        var bridge = new BridgeId(Pbx.Name, bench.NewId());
        _bridges.Add(bridge);
        return bridge;
    }

    public PlaybackId NewPlayback() => new(Pbx.Name, bench.NewId());

    public RecordingId NewRecording() => RecordingId.Parse(bench.NewId());

    /// <summary>Waits for an event, also one that has come already, and counts from <paramref name="after"/>.</summary>
    public Task<T> ExpectAsync<T>(Func<T, bool> match, string what, int after = 0)
        where T : TelephonyEvent => _log.WaitAsync(match, what, after, cancellationToken);

    /// <summary>How many events have come.</summary>
    public int Mark() => _log.Count;

    public bool Has<T>(Func<T, bool> match)
        where T : TelephonyEvent => _log.Has(match);

    /// <summary>The first event must be a snapshot: whether it was.</summary>
    public bool BeganWithSnapshot => _log.BeganWithSnapshot;

    public Task<LegEnded> EndOfAsync(LegId leg) => ExpectAsync<LegEnded>(e => e.Leg == leg, $"LegEnded of {leg}");

    /// <summary>A call that is offered and not answered.</summary>
    public async Task<(ITestParty Party, LegOffered Offer)> OfferedCallAsync(string? callerNumber = "+79211234567", string? callerName = "Anna")
    {
        var mark = Mark();
        var party = await bench.PlaceCallAsync(bench.DialledNumber, callerNumber, callerName, cancellationToken);

        // The offer of an earlier call may be repeated.
        var offer = await ExpectAsync<LegOffered>(o => !_legs.Contains(o.Leg), "LegOffered of a new call", mark);
        _legs.Add(offer.Leg);
        return (party, offer);
    }

    public async Task<(ITestParty Party, LegId Leg)> AnsweredCallAsync()
    {
        var (party, offer) = await OfferedCallAsync();
        await DoneAsync(Pbx.AnswerAsync(offer.Leg, cancellationToken), "Answer");
        return (party, offer.Leg);
    }

    public DialRequest Request(DialTarget target, TimeSpan? ringTime = null)
    {
        var leg = NewLeg();
        _legs.Add(leg);
        return new DialRequest(leg, new LegTag(new CallId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), LegRole.Operator), target, CallerId.Clean("+79211234567", "Anna"), ringTime ?? bench.Deadline * 3);
    }

    public async Task<DialRequest> DialAsync(DialTarget target, TestPhone phone, TimeSpan? ringTime = null)
    {
        await bench.SetPhoneAsync(target, phone, cancellationToken);
        var request = Request(target, ringTime);
        await DoneAsync(Pbx.DialAsync(request, cancellationToken), "Dial");
        return request;
    }

    /// <summary>A dialled leg that is answered and stays.</summary>
    public async Task<LegId> AnsweredLegAsync(DialTarget target)
    {
        var request = await DialAsync(target, new TestPhone(TestPhoneReaction.Answer));
        await ExpectAsync<LegAnswered>(e => e.Leg == request.Leg, "LegAnswered of a phone that answers");
        return request.Leg;
    }

    public static async Task DoneAsync(Task<CommandResult> command, string name) => Expect.Equal(CommandResult.Done, await command, $"The result of {name}");

    public static async Task GoneAsync(Task<CommandResult> command, string name) => Expect.Equal(CommandResult.Gone, await command, $"The result of {name}");

    public async Task HearsAsync(ITestParty party, TestSound sound, string when) =>
        Expect.That(await party.WaitUntilHearsAsync(sound, cancellationToken) is not false, $"The caller does not hear {sound} {when}.");

    /// <summary>Waits until a leg is not there any more.</summary>
    public async Task NoLegAsync(LegId leg)
    {
        // A PBX may report an end a moment before it has put the leg away.
        for (var look = 0; await Pbx.FindLegAsync(leg, cancellationToken) is not null; look++)
        {
            Expect.That(look < 100, $"Leg {leg} has ended and is still found.");
            await PassAsync(TimeSpan.FromMilliseconds(50));
        }
    }

    public Task PassAsync(TimeSpan time) => Task.Delay(time, bench.Clock, cancellationToken);

    /// <summary>Interrupts the connection and returns the snapshot that follows.</summary>
    public async Task<PbxSnapshot> InterruptAsync(Func<CancellationToken, Task> meanwhile)
    {
        var mark = Mark();
        await bench.InterruptConnectionAsync(meanwhile, cancellationToken);
        await ExpectAsync<PbxDisconnected>(_ => true, "PbxDisconnected", mark);
        return (await ExpectAsync<PbxConnected>(_ => true, "PbxConnected after the interruption", mark)).Snapshot;
    }

    public PbxSnapshot FirstSnapshot => _log.First<PbxConnected>().Snapshot;

    private async Task CleanUpAsync()
    {
        foreach (var leg in _legs)
        {
            await IgnoreAsync(() => Pbx.HangUpAsync(leg, LegEndCause.Normal, cancellationToken));
        }

        foreach (var bridge in _bridges)
        {
            await IgnoreAsync(() => Pbx.DestroyBridgeAsync(bridge, cancellationToken));
        }
    }

    // A failure here would hide why the case failed.
    private static async Task IgnoreAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e) when (e is TelephonyException or OperationCanceledException)
        {
        }
    }
}
