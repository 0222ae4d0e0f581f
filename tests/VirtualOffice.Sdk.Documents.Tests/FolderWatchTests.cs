using Microsoft.Extensions.Time.Testing;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TestFolder _folder = new TestFolder().WriteValid();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WaitAsync_ChangedSinceItWasTaken_CompletesWhenTheFolderRests()
    {
        var watch = new FolderWatch(_folder.Path);
        watch.Take();
        _folder.Write("owl.yaml", "id: owl");

        var wait = watch.WaitAsync(_clock, TestContext.Current.CancellationToken);

        Assert.False(wait.IsCompleted);
        _clock.Advance(FolderWatch.Settle);
        _clock.Advance(FolderWatch.Settle);
        await wait.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WaitAsync_FileGone_Completes()
    {
        var watch = new FolderWatch(_folder.Path);
        watch.Take();
        File.Delete(Path.Combine(_folder.Path, "operators.yaml"));

        await CompletesAsync(watch.WaitAsync(_clock, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WaitAsync_NothingChanged_WaitsUntilItIsCancelled()
    {
        var watch = new FolderWatch(_folder.Path);
        watch.Take();
        _folder.Write("notes.txt", "nothing to read");
        using var stop = new CancellationTokenSource();

        var wait = watch.WaitAsync(_clock, stop.Token);
        _clock.Advance(FolderWatch.CheckEvery);
        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task WaitAsync_ChangedWhileWaiting_IsSeenByANoticeOrByTheCheck()
    {
        var watch = new FolderWatch(_folder.Path);
        watch.Take();
        var wait = watch.WaitAsync(_clock, TestContext.Current.CancellationToken);
        _folder.Write("owl.yaml", "id: owl");

        await CompletesAsync(wait);
    }

    /// <summary>Lets time pass until it completes: how often it has to is not the test's to know, as the system's notices come when they come.</summary>
    private async Task CompletesAsync(Task wait)
    {
        while (!wait.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _clock.Advance(FolderWatch.CheckEvery);
            await Task.Yield();
        }

        await wait;
    }
}
