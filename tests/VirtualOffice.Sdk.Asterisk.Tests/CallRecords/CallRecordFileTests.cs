using System.Diagnostics.Metrics;
using VirtualOffice.Sdk.Asterisk.Tests.Live;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.CallRecords;

public sealed class CallRecordFileTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly AsteriskInstruments _instruments = new();
    private readonly TestLog _log = new();
    private readonly CallRecordFile _file;

    public CallRecordFileTests() => _file = new CallRecordFile("main", Path, _instruments, _log);

    private string Path => _folder.File("Master.csv");

    public void Dispose()
    {
        _instruments.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Read_NoFileYet_IsEmpty() => Assert.Empty(await ReadAsync(null));

    [Fact]
    public async Task Read_CannotBeOpened_IsUnavailable()
    {
        Directory.CreateDirectory(Path);

        var refused = await Assert.ThrowsAsync<TelephonyException>(() => ReadAsync(null));

        Assert.Equal(TelephonyError.Unavailable, refused.Error);
    }

    [Fact]
    public async Task Read_CallsAndOthers_YieldsCallsFromOutside()
    {
        Append(Line("1.1"), Line("1.2", "voffice:", "other:"), Line("1.3"));

        Assert.Equal(["1.1", "1.3"], Channels(await ReadAsync(null)));
    }

    [Fact]
    public async Task Read_FromEachBookmark_YieldsWhatIsBehindIt()
    {
        Append([.. Enumerable.Range(1, 40).Select(i => Line($"1.{i}"))]);
        var all = await ReadAsync(null);

        for (var i = 0; i < all.Count; i++)
        {
            Assert.Equal(Channels(all[(i + 1)..]), Channels(await ReadAsync(all[i].Bookmark)));
        }
    }

    [Fact]
    public async Task Read_LineHalfWritten_WaitsForItsEnd()
    {
        Append(Line("1.1"));
        var whole = Line("1.2") + "\n";
        for (var length = 1; length < whole.Length; length++)
        {
            File.AppendAllText(Path, whole[(length - 1)..length]);
            Assert.Equal(["1.1"], Channels(await ReadAsync(null)));
        }

        File.AppendAllText(Path, whole[^1..]);

        Assert.Equal(["1.1", "1.2"], Channels(await ReadAsync(null)));
        Assert.Equal(0, Malformed);
    }

    [Fact]
    public async Task Read_MalformedLines_AreCountedLoggedAndPassedOver()
    {
        using var counted = new MeterListener();
        var count = 0L;
        counted.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "virtualoffice.asterisk.call_records.malformed")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        counted.SetMeasurementEventCallback<long>((_, value, _, _) => count += value);
        counted.Start();
        Append("", "garbage", Line("1.1"), Line("1.2")[..50], "\"\",\"", Line("1.3"), new string('x', 3 * FileLines.MaxLine), Line("1.4"));

        Assert.Equal(["1.1", "1.3", "1.4"], Channels(await ReadAsync(null)));
        Assert.Equal(["1.1", "1.3", "1.4"], Channels(await ReadAsync(null)));

        Assert.Equal(5, count);
        Assert.Equal(1, Malformed);
        Assert.Contains(_log.Lines, line => line.Contains("5 call records", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_BytesThatAreNoText_AreOneMalformedLine()
    {
        Append(Line("1.1"));
        File.AppendAllBytes(Path, [0xff, 0xfe, 0x00, 0x80, (byte)'\n']);
        Append(Line("1.2"));

        Assert.Equal(["1.1", "1.2"], Channels(await ReadAsync(null)));
    }

    [Fact]
    public async Task Read_SeveralLinesOfOneCall_AreOneRecord()
    {
        Append(Line("1.1"), Line("1.1"), Line("out", "voffice:", "other:"), Line("1.1"), Line("1.2"));

        Assert.Equal(["1.1", "1.2"], Channels(await ReadAsync(null)));
    }

    [Fact]
    public async Task Read_FileMovedAway_IsReadFromTheBeginning()
    {
        Append([.. Enumerable.Range(1, 10).Select(i => Line($"1.{i}"))]);
        var all = await ReadAsync(null);
        File.Move(Path, Path + ".1");
        Append(Line("2.1"));
        Assert.Equal(["2.1"], Channels(await ReadAsync(all[^1].Bookmark)));

        // Longer than the old one was, too.
        Append([.. Enumerable.Range(2, 20).Select(i => Line($"2.{i}"))]);

        Assert.Equal(21, (await ReadAsync(all[^1].Bookmark)).Count);
        Assert.Contains(_log.Lines, line => line.Contains("from the beginning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_FileCutToNothing_IsReadFromTheBeginning()
    {
        Append(Line("1.1"));
        var all = await ReadAsync(null);
        File.WriteAllText(Path, "");
        Assert.Empty(await ReadAsync(all[^1].Bookmark));
        Append(Line("2.1"));

        Assert.Equal(["2.1"], Channels(await ReadAsync(all[^1].Bookmark)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-5:00")]
    [InlineData("99999999999999999999:00")]
    [InlineData("0:00")]
    public async Task Read_BookmarkOfNowhere_IsReadFromTheBeginning(string bookmark)
    {
        Append(Line("1.1"));

        Assert.Equal(["1.1"], Channels(await ReadAsync(bookmark)));
    }

    [Fact]
    public async Task Read_MoreThanFitsAtOnce_YieldsEveryCall()
    {
        var channels = Enumerable.Range(1, 2000).Select(i => $"1.{i}").ToList();
        Append([.. channels.Select(c => Line(c))]);

        Assert.Equal(channels, Channels(await ReadAsync(null)));
    }

    private int Malformed => _log.Lines.Count(line => line.Contains("malformed", StringComparison.Ordinal));

    private static string Line(string channel, string replace = "-", string with = "-") =>
        CallRecordLineTests.Taken.Replace("voffice-1795399566.2", channel, StringComparison.Ordinal).Replace(replace, with, StringComparison.Ordinal);

    private static IEnumerable<string> Channels(IEnumerable<(CallRecordLine Call, string Bookmark)> read) => read.Select(r => r.Call.Channel);

    private void Append(params string[] lines) => File.AppendAllText(Path, string.Concat(lines.Select(line => line + "\n")));

    private async Task<List<(CallRecordLine Call, string Bookmark)>> ReadAsync(string? bookmark)
    {
        var read = new List<(CallRecordLine, string)>();
        await foreach (var item in _file.ReadAsync(bookmark, TestContext.Current.CancellationToken))
        {
            read.Add(item);
        }

        return read;
    }
}
