using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>Uses every way of waiting that an office uses, and writes down in which order things happened.</summary>
/// <remarks>
/// Not <c>ChannelReader.ReadAllAsync</c>, which awaits with <c>ConfigureAwait(false)</c> inside, and not <c>Task.WhenAll</c> right over a source that runs continuations asynchronously:
/// both go over to the thread pool.
/// </remarks>
internal sealed class BusyOffice(OfficeRuntime runtime)
{
    private readonly Channel<string> _news = Channel.CreateUnbounded<string>();

    public List<string> Trace { get; } = [];

    public async Task RunAsync(int calls)
    {
        var reader = ReadNewsAsync();
        var running = new List<Task>();
        for (var call = 1; call <= calls; call++)
        {
            running.Add(Awaited(StartCall(call)));
        }

        await Task.WhenAll(running);
        _news.Writer.Complete();
        await reader;
    }

    private Task StartCall(int call)
    {
        var exclusive = new ConcurrentExclusiveSchedulerPair(runtime.Scheduler).ExclusiveScheduler;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Task(() => _ = RunCallAsync(call, exclusive, ended)).Start(exclusive);
        return ended.Task;
    }

    private static async Task Awaited(Task task) => await task;

    private async Task RunCallAsync(int call, TaskScheduler exclusive, TaskCompletionSource ended)
    {
        var mailbox = Channel.CreateBounded<int>(4);
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = AnswerAsync(call, answer);
        Note(call, $"answered {await answer.Task}");
        Assert.Same(exclusive, TaskScheduler.Current);

        _ = PostAsync(mailbox.Writer);
        while (await mailbox.Reader.WaitToReadAsync())
        {
            while (mailbox.Reader.TryRead(out var item))
            {
                Note(call, $"mail {item}");
            }
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(call), runtime.Clock);
        await foreach (var tick in TicksAsync(TimeSpan.FromSeconds(0.4), deadline.Token))
        {
            Note(call, $"tick {tick}");
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, runtime.Clock).WaitAsync(TimeSpan.FromSeconds(2), runtime.Clock);
        }
        catch (TimeoutException)
        {
            Note(call, "timeout");
        }

        Assert.Same(exclusive, TaskScheduler.Current);
        await _news.Writer.WriteAsync($"{call} over");
        ended.SetResult();
    }

    private async Task AnswerAsync(int call, TaskCompletionSource<int> answer)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(runtime.Random.Next(1, 4)), runtime.Clock);
        await Task.Yield();
        answer.SetResult(call);
    }

    private static async Task PostAsync(ChannelWriter<int> mailbox)
    {
        for (var i = 0; i < 8; i++)
        {
            await mailbox.WriteAsync(i);
        }

        mailbox.Complete();
    }

    private async IAsyncEnumerable<int> TicksAsync(TimeSpan period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period, runtime.Clock);
        for (var tick = 1; !cancellationToken.IsCancellationRequested; tick++)
        {
            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return tick;
        }
    }

    private async Task ReadNewsAsync()
    {
        while (await _news.Reader.WaitToReadAsync())
        {
            Trace.Add($"news {await _news.Reader.ReadAsync()}");
        }
    }

    private void Note(int call, string what) =>
        Trace.Add(string.Create(CultureInfo.InvariantCulture, $"{runtime.Clock.GetUtcNow():ss.fff} {call} {what} {runtime.Ids.NewId():N}"));
}
