namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>Waits for what must happen in an office.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task UntilAsync(this DeskOffice office, Func<bool> condition) => office.UntilAsync(() => Task.FromResult(condition()));

    /// <summary>Looks again whenever something happens in the office.</summary>
    public static async Task UntilAsync(this DeskOffice office, Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var changed = new SemaphoreSlim(0);
        _ = ListenAsync(office, changed, limit.Token);
        while (!await condition())
        {
            await changed.WaitAsync(TimeSpan.FromMilliseconds(100), limit.Token);
        }

        await limit.CancelAsync();
    }

    private static async Task ListenAsync(DeskOffice office, SemaphoreSlim changed, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in office.Office.Events.ReadAllAsync(cancellationToken))
            {
                changed.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The condition holds, or the time is up.
        }
    }
}
