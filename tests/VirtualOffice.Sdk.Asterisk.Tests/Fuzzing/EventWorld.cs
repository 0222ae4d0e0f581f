using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Asterisk.Tests.Ari;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Fuzzing;

/// <summary>Reader and translator with a few legs, playbacks and recordings, and what must hold whatever they are fed.</summary>
internal sealed class EventWorld : IDisposable
{
    private readonly StubHandler _asterisk = new();
    private readonly AsteriskInstruments _instruments = new();
    private readonly TestLog _log = new();
    private readonly EventBuffer _buffer = new(100_000);
    private readonly AriEventReader _reader = new();
    private readonly LegLedger _ledger = new();
    private readonly AriHttp _http;
    private readonly BackgroundCommands _background;
    private readonly EventTranslator _translator;

    public EventWorld()
    {
        var clock = new FakeTimeProvider();
        var options = new AsteriskOptions { Url = new Uri("http://127.0.0.1:8088"), User = "user", Password = "secret" };
        _http = new AriHttp("main", options, new OfficeRuntime { Clock = clock, Ids = new TestIds(), Random = new Random(1) }, _instruments, _asterisk);
        var ari = new AriClient(_http, "voffice");
        var (legs, playbacks, recordings, outlet) = (new LegTable("main", clock), new PlaybackTable(), new RecordingTable(), new EventOutlet());
        outlet.Open(_buffer);
        _background = new BackgroundCommands("main", _log);
        var reports = new LegReports(legs, playbacks, outlet);
        var recordingReports = new RecordingReports(recordings, ari, outlet, _background, clock);
        var endings = new LegEndings(ari, reports, recordingReports, _background, TimeSpan.FromSeconds(5), clock);
        _translator = new EventTranslator("voffice", legs, reports, recordingReports, endings, new DialStrings(new AsteriskOptions()), new ListeningCommands(ari, legs, _background, new AsteriskOptions(), new OfficeRuntime { Clock = clock, Ids = new Live.TestIds(), Random = new Random(1) }), outlet, _log);
        for (var i = 0; i < 4; i++)
        {
            var leg = legs.Add($"leg-{i}", new LegTag(new CallId(new Guid(i, 0, 0, new byte[8])), LegRole.Operator), out _);
            lock (leg.Gate)
            {
                playbacks.Begin(leg, $"play-{i}");
            }

            recordings.TryAdd(new AsteriskRecording(RecordingId.Parse($"rec-{i}"), leg.Id, i % 2 == 0 ? RecordingSource.Party : RecordingSource.Conversation) { MeasuresSpeech = i < 2 });
        }
    }

    /// <summary>Feeds an event, checks what must hold, and returns what kind of thing happened: inputs that make new kinds of things happen are worth keeping.</summary>
    public string Feed(byte[] json)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = _reader.Read(json, out var read);
        Check(GC.GetAllocatedBytesForCurrentThread() - before < (16 * json.Length) + (64 * 1024), "reading takes memory out of proportion");
        Check(Enum.IsDefined(outcome) && Enum.IsDefined(read.Type), "an outcome or a type is none");
        var kind = $"{outcome} {read.Type}";
        if (outcome == AriEventOutcome.Read)
        {
            CheckAgainstOrdinaryParser(json, in read);
            kind += $" {FieldsOf(in read)} {Math.Min(read.Arguments, 4)} {Math.Sign(read.Cause)}";
            _translator.Translate(in read);
        }

        while (_buffer.Reader.TryRead(out var written))
        {
            _buffer.Taken();
            _ledger.Write(written);
            kind += " " + written.GetType().Name + (written is LegEnded ended ? ended.Cause.ToString() : "");
        }

        return kind;
    }

    public void Dispose()
    {
        _background.Dispose();
        _http.Dispose();
        _asterisk.Dispose();
        _instruments.Dispose();
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Found: " + what);
        }
    }

    private static void CheckAgainstOrdinaryParser(byte[] json, in AriEvent read)
    {
        using var document = JsonDocument.Parse(json);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Collect(document.RootElement, texts);
        CheckText(read.Application, texts);
        CheckText(read.Channel, texts);
        CheckText(read.ChannelName, texts);
        CheckText(read.ChannelState, texts);
        CheckText(read.CallerNumber, texts);
        CheckText(read.CallerName, texts);
        CheckText(read.Extension, texts);
        CheckText(read.Bridge, texts);
        CheckText(read.DialStatus, texts);
        CheckText(read.Media, texts);
        CheckText(read.MediaState, texts);
        CheckText(read.MediaCause, texts);
        CheckText(read.Target, texts);
        CheckText(read.Argument0, texts);
        CheckText(read.Argument1, texts);
        CheckText(read.Argument2, texts);
    }

    private static void CheckText(ReadOnlySpan<char> text, HashSet<string> texts)
    {
        Check(text.Length <= AriTexts.MaxText, "a text is longer than the limit");
        if (text.Length > 0)
        {
            var read = text.ToString();
            Check(texts.Contains(read) || (read.Length == AriTexts.MaxText && texts.Any(t => t.StartsWith(read, StringComparison.Ordinal))), $"'{read}' is nowhere in the event");
        }
    }

    private static void Collect(JsonElement element, HashSet<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, texts);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.String:
                try
                {
                    texts.Add(element.GetString()!);
                }
                catch (InvalidOperationException)
                {
                    // No text at all, such as half of a surrogate pair: nothing may have been read of it.
                }

                break;
        }
    }

    private static int FieldsOf(in AriEvent e) =>
        (e.Application.Length > 0 ? 1 : 0)
        | (e.Channel.Length > 0 ? 2 : 0)
        | (e.CallerNumber.Length > 0 ? 4 : 0)
        | (e.CallerName.Length > 0 ? 8 : 0)
        | (e.Extension.Length > 0 ? 16 : 0)
        | (e.Bridge.Length > 0 ? 32 : 0)
        | (e.DialStatus.Length > 0 ? 64 : 0)
        | (e.Media.Length > 0 ? 128 : 0)
        | (e.Target.Length > 0 ? 256 : 0)
        | (e.Duration is null ? 0 : 512)
        | (e.TalkingDuration is null ? 0 : 1024);
}
