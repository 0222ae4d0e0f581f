using VirtualOffice.Sdk.Asterisk.Tests.Sip;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>A host dies, and the next one knows again what it left at the PBX.</summary>
public sealed class NextHostTests(AsteriskServer server) : LiveTest(server)
{
    private static readonly BridgeId Bridge = new("main", "vo-talk");

    [Fact]
    public async Task Connect_AfterAHostDied_HasLegsWithTagOfferAndBridge()
    {
        var (caller, offered, request) = await LeaveConversationAsync();
        using var next = NewHost();
        await using var reader = new ProviderReader(next);

        var snapshot = (await reader.SeesAsync<PbxConnected>()).Snapshot;

        Assert.Equal(2, snapshot.Legs.Count);
        var first = snapshot.Legs.Single(l => l.Leg == offered.Leg);
        Assert.Equal((LegState.Up, null, offered), (first.State, first.Tag, first.Offer));
        var second = snapshot.Legs.Single(l => l.Leg == request.Leg);
        Assert.Equal((LegState.Up, request.Tag, null), (second.State, second.Tag, second.Offer));
        Assert.Equal(Bridge, Assert.Single(snapshot.Bridges));
        Assert.Equal(CommandResult.Done, await next.JoinAsync(Bridge, offered.Leg, Cancellation));
        Assert.Equal(CommandResult.Done, await next.JoinAsync(Bridge, request.Leg, Cancellation));

        caller.HangUp();
        Assert.Equal(LegEndCause.Normal, (await reader.EndAsync(offered.Leg)).Cause);
        Assert.Equal(CommandResult.Done, await next.HangUpAsync(request.Leg, LegEndCause.Normal, Cancellation));
        await reader.EndAsync(request.Leg);
    }

    [Fact]
    public async Task Recording_OfADeadHost_IsReportedToTheNext()
    {
        var recording = RecordingId.Parse(Bench.NewId());
        var (caller, offered, _) = await LeaveConversationAsync(recording);
        using var next = NewHost();
        await using var reader = new ProviderReader(next);
        var snapshot = (await reader.SeesAsync<PbxConnected>()).Snapshot;
        Assert.Equal(2, snapshot.Legs.Count);
        var again = new RecordingRequest { Id = recording, Leg = offered.Leg, Source = RecordingSource.Conversation };
        Assert.Equal(CommandResult.Done, await next.StartRecordingAsync(again, Cancellation));
        Assert.Equal(CommandResult.Done, await next.StartRecordingAsync(again, Cancellation));

        caller.HangUp();

        var finished = await reader.SeesAsync<RecordingFinished>(e => e.Recording == recording);
        Assert.Equal(offered.Leg, finished.Leg);
        await using var file = await next.FetchRecordingAsync(recording, Cancellation);
        Assert.NotNull(file);
        Assert.Single(reader.Events.OfType<RecordingFinished>());
        await next.DeleteRecordingAsync(recording, Cancellation);
    }

    [Fact]
    public async Task Recording_OfADeadHost_IsReportedAlsoIfNobodyAsksForIt()
    {
        var recording = RecordingId.Parse(Bench.NewId());
        var (caller, offered, _) = await LeaveConversationAsync(recording);
        using var next = NewHost();
        await using var reader = new ProviderReader(next);
        await reader.SeesAsync<PbxConnected>();

        caller.HangUp();

        Assert.Equal(offered.Leg, (await reader.SeesAsync<RecordingFinished>(e => e.Recording == recording)).Leg);
        await next.DeleteRecordingAsync(recording, Cancellation);
    }

    [Fact]
    public async Task Recording_ThatWasFinished_IsNotWrittenOverByARepeatedCommand()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();
        await Bench.Provider.AnswerAsync(offered.Leg, Cancellation);
        var request = new RecordingRequest { Id = RecordingId.Parse(Bench.NewId()), Leg = offered.Leg, Source = RecordingSource.Conversation };
        await Bench.Provider.StartRecordingAsync(request, Cancellation);
        await Task.Delay(1500, Cancellation);
        await Bench.Provider.StopRecordingAsync(request.Id, Cancellation);
        await reader.SeesAsync<RecordingFinished>();
        var before = await SizeAsync(request.Id);

        Assert.Equal(CommandResult.Done, await Bench.Provider.StartRecordingAsync(request, Cancellation));

        Assert.Equal(before, await SizeAsync(request.Id));
        await Eventually.HoldsAsync("only the caller is left", async () => (await Server.Control.ChannelsAsync()).Length == 1);
        await Bench.Provider.DeleteRecordingAsync(request.Id, Cancellation);
    }

    [Fact]
    public async Task Channel_MadeForALegThatNobodyDials_IsHungUp()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        using var ari = new AriProbe(Server);

        await ari.PostAsync($"channels/create?endpoint=PJSIP/op1&app=voffice&channelId=orphan&appArgs=vo-leg,{Guid.CreateVersion7():N},Operator");

        await Server.Control.IsEmptyAsync();
        Assert.Contains(Bench.Log.Lines, line => line.Contains(" 2011 ", StringComparison.Ordinal));
        Assert.Equal(0, Bench.DevicePhone.Received);
    }

    [Fact]
    public async Task Channel_OfSomebodyElse_IsNoLeg()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();
        using var ari = new AriProbe(Server);

        await ari.PostAsync($"channels/{offered.Leg.Value}/snoop/listener?spy=both&app=voffice&appArgs=whatever");

        await Eventually.HoldsAsync("somebody listens", async () => (await Server.Control.ChannelsAsync()).Length == 2);
        Assert.Single(reader.Events.OfType<LegOffered>());
        await Bench.InterruptConnectionAsync(_ => Task.CompletedTask, Cancellation);
        var again = await Eventually.GetAsync("it is connected again", () => reader.Events.OfType<PbxConnected>().ToList(), c => c.Count == 2);
        Assert.Equal(offered.Leg, Assert.Single(again[1].Snapshot.Legs).Leg);
    }

    /// <summary>A host connects a caller with a phone, and is gone.</summary>
    private async Task<(SipCall Caller, LegOffered Offered, DialRequest Request)> LeaveConversationAsync(RecordingId? recording = null)
    {
        Bench.DevicePhone.OnCall = call =>
        {
            call.Decide(200);
            return Task.CompletedTask;
        };
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var caller = Bench.Call(Bench.DialledNumber, "\"Ivan\" <sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();
        await Bench.Provider.AnswerAsync(offered.Leg, Cancellation);
        if (recording is { } id)
        {
            await Bench.Provider.StartRecordingAsync(new RecordingRequest { Id = id, Leg = offered.Leg, Source = RecordingSource.Conversation }, Cancellation);
        }

        var request = Request();
        await Bench.Provider.DialAsync(request, Cancellation);
        await reader.SeesAsync<LegAnswered>();
        await Bench.Provider.JoinAsync(Bridge, offered.Leg, Cancellation);
        await Bench.Provider.JoinAsync(Bridge, request.Leg, Cancellation);
        return (caller, offered, request);
    }

    private async Task<long> SizeAsync(RecordingId recording)
    {
        await using var file = await Bench.Provider.FetchRecordingAsync(recording, Cancellation);
        using var copy = new MemoryStream();
        await file!.CopyToAsync(copy, Cancellation);
        return copy.Length;
    }
}
