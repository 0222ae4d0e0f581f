using CsCheck;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Spooling;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Tests.Calls;

namespace VirtualOffice.Sdk.Tests.Spooling;

public sealed class SpoolLogTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly MemorySpoolStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Open_AfterAppends_GivesThemBackInOrder()
    {
        var written = Write(5);

        var (read, damaged) = Open();

        Assert.Equal(written, read.Select(OfficeJson.Write));
        Assert.Equal(0, damaged);
    }

    [Fact]
    public void Open_CutAnywhere_GivesTheWholeFramesAndSetsTheRestAside()
    {
        var written = Write(3);
        var whole = _storage.Bytes.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            _storage.Bytes.Clear();
            _storage.Bytes.AddRange(whole[..length]);

            var (read, damaged) = Open();

            Assert.Equal(written.Take(read.Count), read.Select(OfficeJson.Write));
            Assert.Equal(length, _storage.Bytes.Count + damaged);
            Assert.InRange(read.Count, 0, 2);
        }
    }

    [Fact]
    public void Open_AnyByteChanged_NeverGivesAFrameThatWasNotWritten()
    {
        var written = Write(3);
        var whole = _storage.Bytes.ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            using var storage = new MemorySpoolStorage();
            storage.Bytes.AddRange(whole);
            storage.Bytes[at] = value;
            using var log = new SpoolLog(storage, long.MaxValue);

            var (read, _) = log.Open();

            return read.Select(OfficeJson.Write).SequenceEqual(written.Take(read.Count), StringComparer.Ordinal)
                && (read.Count == 3) == (whole[at] == value);
        });
    }

    [Fact]
    public void Append_Full_IsRefusedAndNothingIsWritten()
    {
        using var log = new SpoolLog(_storage, 100);

        var error = Assert.Throws<IOException>(() => log.Append(Append(0)));

        Assert.Contains("full: it may have 100 bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(_storage.Bytes);
    }

    [Fact]
    public void Append_AfterAFailedOne_IsRefusedBecauseItWouldNeverBeRead()
    {
        using var log = new SpoolLog(_storage, long.MaxValue);
        log.Append(Append(0));
        _storage.FailsAfter = 11;
        Assert.Throws<IOException>(() => log.Append(Append(1)));
        _storage.FailsAfter = null;

        Assert.Throws<IOException>(() => log.Append(Append(2)));

        var (read, damaged) = Open();
        Assert.Equal((1, 11), (read.Count, damaged));
        Assert.Equal(11, Assert.Single(_storage.Damaged).Length);
    }

    [Fact]
    public void FileStorage_Reopened_HasWhatWasWrittenAndLocksOutAnotherHost()
    {
        var folder = Directory.CreateTempSubdirectory("office-spool-");
        try
        {
            using (var log = new SpoolLog(new FileSpoolStorage(folder.FullName), long.MaxValue))
            {
                log.Open();
                log.Append(Append(0));
                log.Append(Append(1));
                Assert.Contains("a folder of its own", Assert.Throws<VirtualOfficeException>(() => new FileSpoolStorage(folder.FullName)).Message, StringComparison.Ordinal);
            }

            File.AppendAllText(Path.Combine(folder.FullName, "journal.spool"), "torn");
            using (var again = new SpoolLog(new FileSpoolStorage(folder.FullName), long.MaxValue))
            {
                Assert.Equal((2, 4), (again.Open().Appends.Count, 0 + (int)new FileInfo(Path.Combine(folder.FullName, "journal.damaged-1")).Length));
                again.Clear();
            }

            using var empty = new SpoolLog(new FileSpoolStorage(folder.FullName), long.MaxValue);
            Assert.Empty(empty.Open().Appends);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JournalAppend Append(int number) => new(
        new CallId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), 0, [TestCalls.Received(Start.AddSeconds(number))], [])
    {
        Commands = [new ProcessedCommand(CommandId.Parse($"c{number}"), new CallId(Guid.Empty), "f", "Антон 😀", Start)],
    };

    private List<string> Write(int count)
    {
        using var log = new SpoolLog(_storage, long.MaxValue);
        var appends = Enumerable.Range(0, count).Select(Append).ToList();
        appends.ForEach(log.Append);
        return [.. appends.Select(OfficeJson.Write)];
    }

    private (IReadOnlyList<JournalAppend> Appends, int Damaged) Open()
    {
        using var log = new SpoolLog(_storage, long.MaxValue);
        return log.Open();
    }
}
