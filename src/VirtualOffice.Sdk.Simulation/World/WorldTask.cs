namespace VirtualOffice.Sdk.Simulation;

/// <summary>Starts asynchronous work on a scheduler.</summary>
internal static class WorldTask
{
    /// <remarks>Not <c>Unwrap</c>, and not a source that runs continuations asynchronously: <c>Task.WhenAll</c> over either may go over to the thread pool.</remarks>
    public static Task<T> Start<T>(TaskScheduler scheduler, Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>();
        new Task(() => _ = Complete(work, result)).Start(scheduler);
        return result.Task;
    }

    private static async Task Complete<T>(Func<Task<T>> work, TaskCompletionSource<T> result)
    {
        try
        {
            result.SetResult(await work());
        }
        catch (OperationCanceledException e)
        {
            result.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            result.SetException(e);
        }
    }
}
