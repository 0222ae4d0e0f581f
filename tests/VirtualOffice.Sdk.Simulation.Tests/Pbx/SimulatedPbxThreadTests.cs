using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>The PBX on the machine's threads and clock, commanded by many at once.</summary>
public sealed class SimulatedPbxThreadTests
{
    [Fact]
    public async Task Commands_FromManyThreads_EveryCallIsServedAndNothingIsLeft()
    {
        const int Calls = 200;
        var cancellation = TestContext.Current.CancellationToken;
        var runtime = new OfficeRuntime { Ids = new SeededIdSource(TimeProvider.System, 1), Random = new Random(1) };
        var pbx = new SimulatedPbx(runtime);
        var provider = pbx.CreateProvider(runtime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (offered, ended, recorded) = (0, 0, 0);
        var served = new List<Task>();
        var reading = Task.Run(
            async () =>
            {
                await foreach (var telephonyEvent in provider.ConnectAsync(stop.Token))
                {
                    switch (telephonyEvent)
                    {
                        case PbxConnected:
                            _ = Task.Run(() => Parallel.For(0, Calls, i => pbx.PlaceCall("+78124540001", $"+7921555{i:0000}")), cancellation);
                            break;
                        case LegOffered offer:
                            offered++;
                            served.Add(Task.Run(() => ServeAsync(provider, offer.Leg, cancellation), cancellation));
                            break;
                        case RecordingFinished:
                            recorded++;
                            break;
                        case LegEnded when ++ended == Calls:
                            await Task.WhenAll(served);
                            stop.Cancel();
                            break;
                    }
                }
            },
            cancellation);

        await reading;

        Assert.Equal((Calls, Calls, Calls), (offered, ended, recorded));
        Assert.Empty(pbx.Parties);
        Assert.Equal(Calls, pbx.Recordings.Count);
        Assert.Equal(Calls, pbx.EndedParties.Count);
    }

    private static async Task ServeAsync(ITelephonyProvider provider, LegId leg, CancellationToken cancellationToken)
    {
        var bridge = new BridgeId(leg.Pbx, leg.Value);
        Assert.Equal(CommandResult.Done, await provider.AnswerAsync(leg, cancellationToken));
        var recording = new RecordingRequest { Id = RecordingId.Parse(leg.Value), Leg = leg, Source = RecordingSource.Conversation };
        Assert.Equal(CommandResult.Done, await provider.StartRecordingAsync(recording, cancellationToken));
        await Task.WhenAll(
            provider.StartMusicAsync(leg, cancellationToken),
            provider.PlayAsync(leg, new PlaybackId(leg.Pbx, leg.Value), new RecordedPrompt("x"), cancellationToken),
            provider.FindLegAsync(leg, cancellationToken));
        Assert.Equal(CommandResult.Done, await provider.JoinAsync(bridge, leg, cancellationToken));
        Assert.Equal(CommandResult.Done, await provider.DestroyBridgeAsync(bridge, cancellationToken));
        Assert.Equal(CommandResult.Done, await provider.HangUpAsync(leg, LegEndCause.Normal, cancellationToken));
    }
}
