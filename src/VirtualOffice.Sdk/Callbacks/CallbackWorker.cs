using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>
/// Calls callers back by itself for companies that want it. A call-back waits on the board like any call, with the place of the call that was not served, so that nobody
/// jumps ahead; no more wait at once than the company has operators at work.
/// </summary>
internal sealed partial class CallbackWorker(
    CallbackDialler dialler,
    ICallbackStore store,
    IQueues queues,
    CompanyDirectory companies,
    CallDirectory calls,
    OfficeRuntime runtime,
    ILogger<CallbackWorker> logger)
{
    private const int Page = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            try
            {
                await (cancellationToken.IsCancellationRequested ? Task.CompletedTask : LookAsync(cancellationToken));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogPutOff(logger, e);
            }
            catch (Exception e)
            {
                LogFailed(logger, e);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await EndNeedlessAsync(cancellationToken);
        var now = runtime.Clock.GetUtcNow();
        var calling = companies.List().Where(c => c.Callbacks.Automatic && OpeningHours.DecideAt(c, now).IsOpen).ToList();
        if (calling.Count == 0)
        {
            return;
        }

        var underWay = calls.ListCallbacks().Where(c => c.Record.Company is not null).CountBy(c => c.Record.Company!.Value).ToDictionary();
        var atWork = (await queues.ListAsync(cancellationToken)).ToDictionary(q => q.Company, AtWork);
        foreach (var company in calling)
        {
            var free = atWork.GetValueOrDefault(company.Id) - underWay.GetValueOrDefault(company.Id);
            await (free > 0 ? BeginAsync(company, free, now, cancellationToken) : Task.CompletedTask);
        }
    }

    private async Task BeginAsync(CompanyDefinition company, int atMost, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await store.ListAsync(new CallbackFilter(TenantScope.Of(company.Id), Limit: Page), cancellationToken);
        var due = open.DistinctBy(t => t.Number).Where(t => IsDue(t, company.Callbacks, now) && !calls.IsOnLine(t.Number));
        foreach (var task in due.Take(atMost))
        {
            try
            {
                await dialler.CallAsync(task.Call, cancellationToken);
            }
            catch (CallCommandException e)
            {
                LogNotBegun(logger, task.Call, e);
            }
        }
    }

    /// <summary>Callers who have called again and were served, or were taken off the list, need not be called any more.</summary>
    private async Task EndNeedlessAsync(CancellationToken cancellationToken)
    {
        foreach (var call in calls.ListCallbacks().Where(c => c.Record.CallerDialledAt is null))
        {
            if (await store.FindAsync(call.CallsBack!.Value, cancellationToken) is not { End: null })
            {
                call.Signals.Post(new CallSignal.HangUp());
            }
        }
    }

    private static bool IsDue(CallbackTask task, CallbackRules rules, DateTimeOffset now) =>
        task.Attempts < rules.Attempts && now - task.CalledAt <= rules.Within && !(now - task.LastAttemptAt < rules.Every);

    private static int AtWork(QueueSnapshot queue) => queue.Operators.Where(o => o.Key is not (OperatorState.Offline or OperatorState.Break)).Sum(o => o.Value);

    [LoggerMessage(1240, LogLevel.Warning, "The caller of call {Call} cannot be called back now")]
    private static partial void LogNotBegun(ILogger logger, CallId call, Exception exception);

    [LoggerMessage(1241, LogLevel.Warning, "Calling back is put off: a store does not answer")]
    private static partial void LogPutOff(ILogger logger, Exception exception);

    [LoggerMessage(1242, LogLevel.Error, "Calling back failed; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
