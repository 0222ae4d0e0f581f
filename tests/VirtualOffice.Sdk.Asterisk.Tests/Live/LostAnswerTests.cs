using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>Commands that are carried out without the answer ever coming: nothing may be left behind.</summary>
public sealed class LostAnswerTests(AsteriskServer server) : LiveTest(server)
{
    [Fact]
    public async Task Dial_AnswerToTheCreationIsLost_LeavesNothingAndEndsTheLeg()
    {
        SetUp(Impatient);
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Cable.LoseAnswers();
        var request = Request();

        var failed = await Assert.ThrowsAsync<TelephonyException>(() => Bench.Provider.DialAsync(request, Cancellation));

        Assert.Equal(TelephonyError.Unavailable, failed.Error);
        Assert.Equal(LegEndCause.Failed, (await reader.EndAsync(request.Leg)).Cause);
        await Server.Control.IsEmptyAsync();
        Assert.Equal(0, Bench.DevicePhone.Received);
    }

    [Fact]
    public async Task HangUp_WhileTheAnswerToTheCreationIsLost_LeavesNothingAndEndsTheLeg()
    {
        SetUp(Impatient);
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Cable.LoseAnswers();
        var request = Request();

        var dial = Bench.Provider.DialAsync(request, Cancellation);
        var hangUp = Bench.Provider.HangUpAsync(request.Leg, LegEndCause.Normal, Cancellation);

        await Assert.ThrowsAsync<TelephonyException>(() => dial);
        await Assert.ThrowsAsync<TelephonyException>(() => hangUp);
        await reader.EndAsync(request.Leg);
        await Server.Control.IsEmptyAsync();
        Assert.Single(reader.Events.OfType<LegEnded>());
    }

    [Fact]
    public async Task Dial_ConnectionBreaksOffMeanwhile_LeavesNothing()
    {
        SetUp(options => options.CommandTimeout = TimeSpan.FromSeconds(5));
        Bench.DevicePhone.OnCall = call => call.ReplyAsync(180);
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        for (var milliseconds = 1; milliseconds <= 64; milliseconds *= 2)
        {
            var request = Request(ringTime: Bench.Deadline);
            var dial = Bench.Provider.DialAsync(request, Cancellation);
            await Task.Delay(milliseconds, Cancellation);
            var connects = reader.Events.OfType<PbxConnected>().Count();
            await Bench.InterruptConnectionAsync(_ => Task.CompletedTask, Cancellation);
            try
            {
                await dial;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable)
            {
                // It may have been carried out or not.
            }

            await Eventually.HoldsAsync("it connects again", () => reader.Events.OfType<PbxConnected>().Count() > connects);
            await Bench.Provider.HangUpAsync(request.Leg, LegEndCause.Normal, Cancellation);
            await Server.Control.IsEmptyAsync();
        }
    }

    private static void Impatient(AsteriskOptions options) => options.CommandTimeout = TimeSpan.FromSeconds(1);
}
