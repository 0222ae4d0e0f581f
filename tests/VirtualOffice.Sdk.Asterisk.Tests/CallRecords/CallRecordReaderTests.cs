using System.Net;
using System.Text.Json;
using VirtualOffice.Sdk.Asterisk.Tests.Ari;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.CallRecords;

public sealed class CallRecordReaderTests : IDisposable
{
    private const string Message = "fallback/20261123T020606Z_+78124540001_+79215550101_voffice-1795399566.2";

    private readonly TempFolder _folder = new();
    private readonly StubHandler _asterisk = new();
    private readonly AsteriskInstruments _instruments = new();
    private readonly TestLog _log = new();
    private readonly AriHttp _http;
    private readonly HashSet<string> _stored = [];
    private readonly HashSet<string> _channels = [];

    public CallRecordReaderTests()
    {
        var options = new AsteriskOptions { Url = new Uri("http://127.0.0.1:8088"), User = "user", Password = "secret" };
        _http = new AriHttp("main", options, new OfficeRuntime { Ids = new TestIds(), Random = new Random(1) }, _instruments, _asterisk);
        _asterisk.Answer = (request, _) => Task.FromResult(Answer(request));
    }

    public void Dispose()
    {
        _http.Dispose();
        _asterisk.Dispose();
        _instruments.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Read_NoFileConfigured_YieldsTheFallbacksMessages()
    {
        _stored.UnionWith([Message, "0199f7d2", "fallback/something else"]);

        var record = Assert.Single(await ReadAsync(null, hasFile: false));

        Assert.Equal(new LegId("main", "voffice-1795399566.2"), record.Leg);
        Assert.Equal(("+78124540001", "+79215550101", true), (record.Dialled, record.Caller.Number?.ToString(), record.TakenByFallback));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 6, 6, TimeSpan.Zero), record.StartedAt);
        Assert.Equal(TimeSpan.FromSeconds(2), record.EndedAt - record.StartedAt);
        Assert.Equal(Message, FallbackMessage.NameOf(record.VoiceMessage!.Value));
        Assert.Single(await ReadAsync(record.Bookmark, hasFile: false));
    }

    [Fact]
    public async Task Read_MessageWhoseCallerStillSpeaks_Waits()
    {
        _stored.Add(Message);
        _channels.Add("voffice-1795399566.2");

        Assert.Empty(await ReadAsync(null, hasFile: false));
    }

    [Fact]
    public async Task Read_MessageWithARecord_IsOneRecord()
    {
        Write(CallRecordLineTests.Taken.Replace("voffice:+78124540001", $"voffice:+78124540001:{Message}", StringComparison.Ordinal));
        _stored.Add(Message);

        var record = Assert.Single(await ReadAsync(null));

        Assert.True(record.TakenByFallback);
        Assert.Equal(TimeSpan.FromSeconds(5), record.EndedAt - record.StartedAt);
        Assert.Equal(Message, FallbackMessage.NameOf(record.VoiceMessage!.Value));
    }

    [Fact]
    public async Task Read_MessageWithoutARecord_KeepsTheBookmark()
    {
        Write(CallRecordLineTests.Taken.Replace("566.2", "566.3", StringComparison.Ordinal));
        _stored.Add(Message);

        var records = await ReadAsync(null);

        Assert.Equal(["voffice-1795399566.3", "voffice-1795399566.2"], records.Select(r => r.Leg.Value));
        Assert.Equal(records[0].Bookmark, records[1].Bookmark);
        Assert.Equal(["voffice-1795399566.2"], (await ReadAsync(records[1].Bookmark)).Select(r => r.Leg.Value));
    }

    [Fact]
    public async Task Read_FallbackWithoutAMessage_HasNone()
    {
        Write(CallRecordLineTests.Taken.Replace("voffice:+78124540001", $"voffice:+78124540001:{Message}", StringComparison.Ordinal));

        var record = Assert.Single(await ReadAsync(null));

        Assert.Equal((true, null), (record.TakenByFallback, record.VoiceMessage));
    }

    [Fact]
    public async Task Read_CallerGoneBeforeTheFallbackAnswered_IsNotTaken()
    {
        Write(CallRecordLineTests.Taken.Replace("ANSWERED", "NO ANSWER", StringComparison.Ordinal).Replace("voffice:+78124540001", $"voffice:+78124540001:{Message}", StringComparison.Ordinal));

        Assert.False(Assert.Single(await ReadAsync(null)).TakenByFallback);
    }

    [Fact]
    public async Task Read_MessageWithTooLongAName_IsLogged()
    {
        _stored.Add(Message + new string('7', 60));

        Assert.Empty(await ReadAsync(null, hasFile: false));
        Assert.Contains(_log.Lines, line => line.Contains("too long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_AsteriskAway_IsUnavailable()
    {
        _asterisk.Answer = (_, _) => throw new HttpRequestException("refused");

        var refused = await Assert.ThrowsAsync<TelephonyException>(() => ReadAsync(null));

        Assert.Equal(TelephonyError.Unavailable, refused.Error);
    }

    private HttpResponseMessage Answer(string request)
    {
        const string Stored = "GET recordings/stored";
        if (request == Stored)
        {
            return StubHandler.Json(HttpStatusCode.OK, JsonSerializer.Serialize(_stored.Select(name => new { name, format = "wav" })));
        }

        var name = Uri.UnescapeDataString(request[(request.LastIndexOf("ls/", StringComparison.Ordinal) + 3)..]);
        if (request.StartsWith("GET channels/", StringComparison.Ordinal))
        {
            return new HttpResponseMessage(_channels.Contains(name) ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }

        name = Uri.UnescapeDataString(request[(Stored.Length + 1)..].Replace("/file", "", StringComparison.Ordinal));
        return _stored.Contains(name)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[44 + 32_000]) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private void Write(string line) => File.WriteAllText(_folder.File("Master.csv"), line + "\n");

    private async Task<List<PbxCallRecord>> ReadAsync(string? bookmark, bool hasFile = true)
    {
        var file = hasFile ? new CallRecordFile("main", _folder.File("Master.csv"), _instruments, _log) : null;
        var read = new List<PbxCallRecord>();
        await foreach (var record in new CallRecordReader("main", file, new AriClient(_http, "voffice"), _log).ReadAsync(bookmark, TestContext.Current.CancellationToken))
        {
            read.Add(record);
        }

        return read;
    }
}
