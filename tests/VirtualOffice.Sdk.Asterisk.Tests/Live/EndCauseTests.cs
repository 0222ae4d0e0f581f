using VirtualOffice.Sdk.Asterisk.Tests.Sip;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>What the real Asterisk makes of the ways in which phones and networks end a call, and what the office is told.</summary>
public sealed class EndCauseTests(AsteriskServer server) : LiveTest(server)
{
    /// <summary>Of phones that it is waited out for: long enough for one that rings to say so on a machine that has no time.</summary>
    private static readonly TimeSpan RingTime = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(486, LegEndCause.Busy)]
    [InlineData(600, LegEndCause.Busy)]
    [InlineData(603, LegEndCause.Rejected)]
    [InlineData(403, LegEndCause.Rejected)]
    [InlineData(404, LegEndCause.Invalid)]
    [InlineData(480, LegEndCause.Unreachable)]
    [InlineData(408, LegEndCause.Unreachable)]
    [InlineData(484, LegEndCause.Invalid)]
    [InlineData(503, LegEndCause.Failed)]
    [InlineData(500, LegEndCause.Failed)]
    [InlineData(488, LegEndCause.Failed)]
    public Task Dial_RefusedWithoutRinging_EndsWith(int status, LegEndCause cause) => EndsWith(cause, call =>
    {
        call.Decide(status);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(486, LegEndCause.Busy)]
    [InlineData(603, LegEndCause.Rejected)]
    [InlineData(480, LegEndCause.NoAnswer)]
    [InlineData(408, LegEndCause.NoAnswer)]
    public Task Dial_RefusedAfterRinging_EndsWith(int status, LegEndCause cause) => EndsWith(cause, async call =>
    {
        await call.ReplyAsync(180);
        using var ari = new AriProbe(Server);
        await Eventually.HoldsAsync("the PBX knows that it rings", async () => (await ari.GetAsync("channels")).Contains("\"Ringing\"", StringComparison.Ordinal));
        call.Decide(status);
    });

    [Fact]
    public Task Dial_SilentPhone_IsUnreachableAndNotMissed() => EndsWith(LegEndCause.Unreachable, _ => Task.CompletedTask, RingTime);

    [Fact]
    public Task Dial_PhoneThatOnlyTries_IsUnreachable() => EndsWith(LegEndCause.Unreachable, call => call.ReplyAsync(100), RingTime);

    [Fact]
    public Task Dial_PhoneThatRings_IsNotAnswered() => EndsWith(LegEndCause.NoAnswer, call => call.ReplyAsync(180), RingTime);

    [Fact]
    public Task Dial_NetworkThatPlaysRinging_IsNotAnswered() => EndsWith(LegEndCause.NoAnswer, call => call.ReplyAsync(183), RingTime);

    [Theory]
    [InlineData("op19")]
    [InlineData("op777")]
    public async Task Dial_UnknownOrUnregisteredDevice_IsUnreachable(string device)
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var request = Request(new DeviceTarget(DeviceId.Parse(device)));

        Assert.Equal(CommandResult.Done, await Bench.Provider.DialAsync(request, Cancellation));

        Assert.Equal(LegEndCause.Unreachable, (await reader.EndAsync(request.Leg)).Cause);
        Assert.Null(await Bench.Provider.FindLegAsync(request.Leg, Cancellation));
    }

    [Theory]
    [InlineData(LegEndCause.Normal)]
    [InlineData(LegEndCause.NoAnswer)]
    public async Task HangUp_RingingLeg_EndsWithTheCauseGiven(LegEndCause cause)
    {
        Bench.DevicePhone.OnCall = call => call.ReplyAsync(180);
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var request = Request(ringTime: Bench.Deadline);
        await Bench.Provider.DialAsync(request, Cancellation);
        await reader.SeesAsync<LegRinging>();

        await Bench.Provider.HangUpAsync(request.Leg, cause, Cancellation);

        Assert.Equal(cause, (await reader.EndAsync(request.Leg)).Cause);
    }

    [Fact]
    public async Task CallerHangsUp_BeforeTheAnswer_EndsNormally()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var caller = Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();

        caller.HangUp();

        Assert.Equal(LegEndCause.Normal, (await reader.EndAsync(offered.Leg)).Cause);
    }

    [Theory]
    [InlineData(LegEndCause.Busy, 486)]
    [InlineData(LegEndCause.Rejected, 403)]
    [InlineData(LegEndCause.Unreachable, 480)]
    [InlineData(LegEndCause.Failed, 503)]
    public async Task HangUp_OfferedCall_TellsTheCallerWhy(LegEndCause cause, int status)
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var caller = Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();

        await Bench.Provider.HangUpAsync(offered.Leg, cause, Cancellation);

        Assert.Equal(status, await caller.Decided.WaitAsync(Bench.Deadline, Cancellation));
        Assert.Equal(cause, (await reader.EndAsync(offered.Leg)).Cause);
    }

    private async Task EndsWith(LegEndCause cause, Func<SipCall, Task> phone, TimeSpan? ringTime = null)
    {
        Bench.DevicePhone.OnCall = phone;
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var request = Request(ringTime: ringTime ?? Bench.Deadline);

        await Bench.Provider.DialAsync(request, Cancellation);

        Assert.Equal(cause, (await reader.EndAsync(request.Leg)).Cause);
        Assert.Single(reader.Events.OfType<LegEnded>());
    }
}
