using System.Diagnostics;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>Connecting to the real Asterisk, and losing it in every way.</summary>
public sealed class ConnectionTests(AsteriskServer server) : LiveTest(server)
{
    [Fact]
    public async Task Connect_WrongPassword_IsDeniedForGood()
    {
        SetUp(options => options.Password = "wrong");
        await using var reader = new ProviderReader(Bench.Provider);
        var refused = await Assert.ThrowsAsync<TelephonyException>(() => reader.Reading.WaitAsync(Bench.Deadline, Cancellation));
        Assert.Equal(TelephonyError.AccessDenied, refused.Error);
        Assert.DoesNotContain("wrong", string.Join('\n', Bench.Log.Lines.Append(refused.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_SecondHost_ReplacesTheFirstForGood()
    {
        await using var first = new ProviderReader(Bench.Provider);
        await first.SeesAsync<PbxConnected>();
        using var other = NewHost();
        await using var second = new ProviderReader(other);
        await second.SeesAsync<PbxConnected>();

        var replaced = await Assert.ThrowsAsync<TelephonyException>(() => first.Reading.WaitAsync(Bench.Deadline, Cancellation));

        Assert.Equal(TelephonyError.Replaced, replaced.Error);
        var caller = Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        await second.SeesAsync<LegOffered>();
        caller.HangUp();
    }

    [Fact]
    public async Task Connection_GoesDeaf_IsNoticedAndMended()
    {
        SetUp(options => options.HeartbeatInterval = TimeSpan.FromSeconds(1));
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var connects = reader.Events.OfType<PbxConnected>().Count();

        Bench.Cable.GoDeaf();

        await Eventually.HoldsAsync("it is noticed", () => reader.Events.OfType<PbxDisconnected>().Count() >= connects);
        Bench.Cable.Mend();
        await Eventually.HoldsAsync("it connects again", () => reader.Events.OfType<PbxConnected>().Count() > connects);
    }

    [Fact]
    public async Task Connection_OpenButSentNoEvent_IsNoticedAndMended()
    {
        SetUp(options => (options.HeartbeatInterval, options.CommandTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        using var ari = new AriProbe(Server);

        await ari.PutAsync("applications/voffice/eventFilter", """{"allowed":[{"type":"NoneAtAll"}]}""");
        Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");

        await reader.SeesAsync<PbxDisconnected>(e => e.Reason.Contains("sends none", StringComparison.Ordinal));
        await reader.SeesAsync<PbxConnected>(e => e.Snapshot.Legs.Any(l => l.Offer is not null));
    }

    [Fact]
    public async Task Command_DeafConnection_FailsInBoundedTime()
    {
        SetUp(options => options.CommandTimeout = TimeSpan.FromSeconds(1));
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Cable.GoDeaf();
        var waited = Stopwatch.StartNew();

        var failed = await Assert.ThrowsAsync<TelephonyException>(() => Bench.Provider.AnswerAsync(new LegId("main", "some"), Cancellation));

        Assert.Equal(TelephonyError.Unavailable, failed.Error);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.9), Bench.Deadline);
    }

    [Fact]
    public async Task Dial_WithoutConnection_IsUnavailable()
    {
        var failed = await Assert.ThrowsAsync<TelephonyException>(() => Bench.Provider.DialAsync(Request(), Cancellation));
        Assert.Equal(TelephonyError.Unavailable, failed.Error);
        Assert.Empty(await Server.Control.ChannelsAsync());
    }

    [Fact]
    public async Task Asterisk_IsKilledAndStartedAgain_IsConnectedAgainAsAnotherIncarnation()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        Bench.Call(Bench.DialledNumber, "<sip:+79211234567@127.0.0.1>");
        var offered = await reader.SeesAsync<LegOffered>();

        await Server.KillAsync();
        await reader.SeesAsync<PbxDisconnected>();
        await Server.StartAsync();
        var waited = Stopwatch.StartNew();

        await Eventually.HoldsAsync("it connects again", () => reader.Events.OfType<PbxConnected>().Count() == 2);
        TestContext.Current.TestOutputHelper?.WriteLine($"Connected again {waited.Elapsed.TotalSeconds:0.0} s after Asterisk was there again.");
        var snapshots = reader.Events.OfType<PbxConnected>().Select(c => c.Snapshot).ToList();
        Assert.NotEqual(snapshots[0].Incarnation, snapshots[1].Incarnation);
        Assert.Empty(snapshots[1].Legs);
        Assert.Equal(CommandResult.Gone, await Bench.Provider.AnswerAsync(offered.Leg, Cancellation));
    }

    [Fact]
    public async Task Asterisk_IsAway_IsToldOnceWithTheReason()
    {
        Bench.Cable.Cut();
        await using var reader = new ProviderReader(Bench.Provider);
        var away = await reader.SeesAsync<PbxDisconnected>();
        Assert.Contains("main", away.Reason, StringComparison.Ordinal);
        var tried = Bench.Cable.Refused;
        await Eventually.HoldsAsync("it has tried again, several times", () => Bench.Cable.Refused >= tried + 3);
        Assert.Single(reader.Events);
        Bench.Cable.Mend();
        await reader.SeesAsync<PbxConnected>();
    }

    [Fact]
    public async Task Connect_OnlyWantedEvents_AreSent()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        using var ari = new AriProbe(Server);
        var application = await ari.GetAsync("applications/voffice");
        Assert.Contains("StasisStart", application, StringComparison.Ordinal);
        Assert.DoesNotContain("ChannelVarset", application, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WhileAlreadyConnected_Throws()
    {
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        await using var second = new ProviderReader(Bench.Provider);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.Reading);
    }
}
