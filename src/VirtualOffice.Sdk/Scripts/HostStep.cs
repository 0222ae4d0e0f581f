using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Runs a step of the host's own. Whatever becomes of it, the caller goes on.</summary>
internal sealed partial class HostStep(ScriptRun run) : IScriptCall
{
    private const int MaxKeys = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TaskCompletionSource? _busy;
    private int _used;
    private bool _isLeft;

    public CallRecord Call => run.Call.Record;

    public CompanyDefinition Company => run.Company;

    public static async Task RunAsync(ScriptRun run, IScriptStep step)
    {
        await CallAnswer.EnsureAsync(run.Call);
        if (run.Call.IsOver)
        {
            return;
        }

        await run.Call.Pbx.StartMusicAsync(run.Call.CallerLeg, run.Call.Stopping);
        var exit = await new HostStep(run).ExitAsync(step);
        if (!run.Call.IsOver)
        {
            await run.LeaveAsync(exit);
        }
    }

    public Task<bool> PlayAsync(Prompt prompt) => BusyAsync(async () =>
    {
        var isHeard = await run.PlayAsync(prompt);
        await MusicAsync();
        return isHeard;
    });

    public Task<string?> ReadKeysAsync(Prompt? prompt, int max, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, MaxKeys);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(pause, TimeSpan.Zero);
        return BusyAsync(() => KeyReader.ReadAsync(run.Call, prompt, max, '#', pause));
    }

    public Task SaveAsync(string field, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(value);
        return BusyAsync(async () =>
        {
            await run.Call.AppendAsync(new AnswerSaved(run.Call.Now(), field, value));
            return true;
        });
    }

    private async Task<string> ExitAsync(IScriptStep step)
    {
        try
        {
            var running = step.RunAsync(run.Step, this, run.Call.Stopping).AsTask();
            while (!running.IsCompleted)
            {
                await WaitAsync(running);
            }

            var exit = await running;
            if (exit == ScriptExit.Next || step.Kind.Exits.Contains(exit, StringComparer.Ordinal) || run.Step.ExitTo(exit) is not null)
            {
                return exit;
            }

            LogExit(run.Call.Services.Logger, run.Call.Id, step.Name, exit);
        }
        catch (Exception e) when (e is not TelephonyException and not Stores.StoreUnavailableException and not Stores.JournalConflictException && !run.Call.Stopping.IsCancellationRequested)
        {
            LogFailed(run.Call.Services.Logger, run.Call.Id, step.Name, e);
        }
        finally
        {
            _isLeft = true;
        }

        return step.Kind.Exits.Contains("failed", StringComparer.Ordinal) ? "failed" : ScriptExit.Next;
    }

    /// <summary>What the step plays and reads has limits of its own; all else must come to an end.</summary>
    private async Task WaitAsync(Task running)
    {
        if (_busy is { } busy)
        {
            await Task.WhenAny(running, busy.Task);
            return;
        }

        var before = _used;
        try
        {
            await running.WaitAsync(Patience, run.Call.Clock, run.Call.Stopping);
        }
        catch (TimeoutException) when (!running.IsCompleted && (_busy is not null || _used > before))
        {
            // It was at work meanwhile.
        }
    }

    private async Task<T> BusyAsync<T>(Func<Task<T>> work)
    {
        if (_isLeft || _busy is not null)
        {
            throw new InvalidOperationException(_isLeft ? "The step was left; its call is no longer its." : "The step does one thing at a time with its call.");
        }

        _used++;
        var busy = _busy = new TaskCompletionSource();
        try
        {
            return await work();
        }
        finally
        {
            _busy = null;
            busy.TrySetResult();
        }
    }

    private Task MusicAsync() => run.Call.IsOver ? Task.CompletedTask : run.Call.Pbx.StartMusicAsync(run.Call.CallerLeg, run.Call.Stopping);

    [LoggerMessage(1050, LogLevel.Error, "Call {Call}: the script's step '{Step}' failed and is left")]
    private static partial void LogFailed(ILogger logger, CallId call, string step, Exception exception);

    [LoggerMessage(1051, LogLevel.Error, "Call {Call}: the script's step '{Step}' left by '{Exit}', which is no exit of its kind")]
    private static partial void LogExit(ILogger logger, CallId call, string step, string exit);
}
