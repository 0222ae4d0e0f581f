using System.Diagnostics.Metrics;
using System.Globalization;
using VirtualOffice.Sdk.Asterisk.Tests.Ari;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Connecting;

public sealed class AsteriskConnectorTests : IAsyncDisposable
{
    private readonly FakeAri _asterisk = new();
    private readonly TestLog _log = new();
    private readonly AsteriskOptions _options;
    private AsteriskTelephonyProvider? _provider;

    public AsteriskConnectorTests() => _options = new AsteriskOptions
    {
        Url = _asterisk.Url,
        User = "voffice",
        Password = "secret",
        HeartbeatInterval = TimeSpan.FromSeconds(30),
        CommandTimeout = TimeSpan.FromSeconds(30),
    };

    private AsteriskTelephonyProvider Provider => _provider ??= AsteriskTestBench.NewProvider(_options, _log);

    public async ValueTask DisposeAsync()
    {
        _provider?.Dispose();
        await _asterisk.DisposeAsync();
    }

    [Fact]
    public async Task Connect_OldVersion_IsRefusedWithTheReason()
    {
        _asterisk.Version = "22.9.0";
        await using var reader = new ProviderReader(Provider);
        var refused = await Assert.ThrowsAsync<TelephonyException>(() => reader.Reading.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        Assert.Equal(TelephonyError.UnsupportedVersion, refused.Error);
        Assert.Contains("22.10.1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_OldVersionAllowed_IsWarnedOf()
    {
        _asterisk.Version = "22.9.0";
        _options.AllowUnsupportedVersion = true;
        await using var reader = new ProviderReader(Provider);
        Assert.Equal("2026-01-01", (await reader.SeesAsync<PbxConnected>()).Snapshot.Incarnation);
        Assert.Contains(_log.Lines, line => line.Contains(" 2004 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_MalformedHugeOrUnknown_IsSkippedAndTheConnectionLives()
    {
        await using var reader = new ProviderReader(Provider);
        await reader.SeesAsync<PbxConnected>();
        await _asterisk.SendAsync("{\"type\":");
        await _asterisk.SendAsync("[]");
        await _asterisk.SendAsync("");
        await _asterisk.SendAsync("{\"type\":\"StasisStart\",\"channel\":7}");
        await _asterisk.SendAsync("{\"type\":\"StasisStart\",\"channel\":8}");
        await _asterisk.SendAsync("{\"type\":\"SomethingNew\",\"x\":{}}");
        await _asterisk.SendAsync("{\"type\":\"" + new string('x', 3 * AriSocket.MaxMessage) + "\"}");
        await _asterisk.SendAsync(Offer("after"));

        Assert.Equal("after", (await reader.SeesAsync<LegOffered>()).Leg.Value);

        Assert.Equal(1, _asterisk.Connects);
        Assert.Single(_log.Lines, line => line.Contains("(StasisStart,", StringComparison.Ordinal));
        Assert.Single(_log.Lines, line => line.Contains("(too long,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_NoEventComes_IsNoConnection()
    {
        _asterisk.SendsEvents = false;
        _options.CommandTimeout = TimeSpan.FromSeconds(1);
        await using var reader = new ProviderReader(Provider);

        Assert.Contains("sends none", (await reader.SeesAsync<PbxDisconnected>()).Reason, StringComparison.Ordinal);

        Assert.Empty(reader.Events.OfType<PbxConnected>());
        _asterisk.SendsEvents = true;
        await reader.SeesAsync<PbxConnected>();
    }

    [Fact]
    public async Task Connection_NoEventComesAnyMore_IsMadeAnew()
    {
        (_options.CommandTimeout, _options.HeartbeatInterval) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await using var reader = new ProviderReader(Provider);
        await reader.SeesAsync<PbxConnected>();

        _asterisk.SendsEvents = false;

        Assert.Contains("sends none", (await reader.SeesAsync<PbxDisconnected>()).Reason, StringComparison.Ordinal);
        _asterisk.SendsEvents = true;
        await Eventually.HoldsAsync("it has connected again", () => reader.Events.OfType<PbxConnected>().Count() > 1);
    }

    [Fact]
    public async Task FindLeg_ChannelWithoutAnId_IsNoLeg()
    {
        _asterisk.Channels = 200;
        Assert.Null(await Provider.FindLegAsync(new LegId("main", "1.1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Event_LongerThanTheFirstBuffer_IsReadWhole()
    {
        await using var reader = new ProviderReader(Provider);
        await reader.SeesAsync<PbxConnected>();
        await _asterisk.SendAsync(Corpus.Change(Corpus.Find("StasisStart", e => e["args"]!.AsArray().Count == 1), e =>
        {
            e["channel"]!["id"] = "long";
            e["channel"]!["accountcode"] = new string('a', 300_000);
        }));
        Assert.Equal("long", (await reader.SeesAsync<LegOffered>()).Leg.Value);
    }

    [Fact]
    public async Task Office_TooSlow_GetsANewConnectionWithTheStateInsteadOfHoles()
    {
        _options.MaxPendingEvents = 50;
        var arrived = 0;
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "virtualoffice.asterisk.events")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref arrived, (int)measurement));
        meters.Start();
        await using var events = Provider.ConnectAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        Assert.IsType<PbxConnected>(events.Current);
        for (var i = 0; i < 80; i++)
        {
            await _asterisk.SendAsync(Offer(i.ToString(CultureInfo.InvariantCulture)));
        }

        await Eventually.HoldsAsync("all have come", () => Volatile.Read(ref arrived) >= 80);
        for (var i = 0; i < 50; i++)
        {
            Assert.True(await events.MoveNextAsync());
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), Assert.IsType<LegOffered>(events.Current).Leg.Value);
        }

        Assert.True(await events.MoveNextAsync());
        Assert.Contains("50", Assert.IsType<PbxDisconnected>(events.Current).Reason, StringComparison.Ordinal);
        Assert.True(await events.MoveNextAsync());
        Assert.IsType<PbxConnected>(events.Current);
        await Eventually.HoldsAsync("it has connected twice", () => _asterisk.Connects == 2);
    }

    private static byte[] Offer(string channel) =>
        Corpus.Change(Corpus.Find("StasisStart", e => e["args"]!.AsArray().Count == 1), e => e["channel"]!["id"] = channel);
}
