using System.Globalization;

namespace VirtualOffice.Sdk.Documents;

/// <summary>
/// Waits until the documents of a folder have changed and rest. The system's notices only shorten the wait: what counts is what the files' names, lengths and times say,
/// which is looked at every 30 s anyhow, as notices get lost and not every file system has them.
/// </summary>
internal sealed class FolderWatch(string folder)
{
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(30);

    /// <summary>Editors write in several steps: a folder that has changed is read when it has not for this time.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    private string? _taken;

    /// <summary>The documents of a folder, sorted, so that the same folder gives the same problems in the same order everywhere.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json" && !IsScenarios(f)).Order(StringComparer.Ordinal)];

    /// <summary>What the folder is like now is what is known.</summary>
    public void Take() => _taken = Print();

    public async Task WaitAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var notice = new Notice();
        using var watcher = Watch(notice);
        for (var print = Print(); print == _taken; print = Print())
        {
            await notice.WaitAsync(CheckEvery, clock, cancellationToken).ConfigureAwait(false);
        }

        for (var (before, now) = ("", Print()); before != now; (before, now) = (now, Print()))
        {
            await Task.Delay(Settle, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Print()
    {
        try
        {
            return string.Join('\n', Files(folder).Select(f => new FileInfo(f)).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}|{(f.Exists ? f.Length : -1)}|{f.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"(gone) {e.Message}";
        }
    }

    /// <summary>Scenarios stand beside the companies they are about.</summary>
    private static bool IsScenarios(string file) => Path.GetFileNameWithoutExtension(file).EndsWith(".scenarios", StringComparison.Ordinal);

    private FileSystemWatcher? Watch(Notice notice)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => notice.Give();
            watcher.Created += (_, _) => notice.Give();
            watcher.Deleted += (_, _) => notice.Give();
            watcher.Renamed += (_, _) => notice.Give();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Without notices it takes up to 30 s.
            return null;
        }
    }

    /// <summary>A notice that is given and waited for.</summary>
    private sealed class Notice
    {
        private TaskCompletionSource _given = New();

        public void Give() => Volatile.Read(ref _given).TrySetResult();

        public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
        {
            try
            {
                await Volatile.Read(ref _given).Task.WaitAsync(atMost, clock, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _given, New());
            }
            catch (TimeoutException)
            {
                // Nobody gave notice; it is looked nevertheless.
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
