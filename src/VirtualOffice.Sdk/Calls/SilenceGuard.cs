using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Keeps a caller from hearing nothing while the journal takes its time.</summary>
internal static class SilenceGuard
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    /// <summary>Appends while the caller hears nothing: when the journal takes its time, there is music meanwhile.</summary>
    public static async Task AppendAsync(CallSession call, params CallEvent[] events)
    {
        var (hasMusic, mayHaveMusic) = (false, false);
        await KeepAsync(call, call.Journal.AppendAsync(events, [], [], call.Stopping), async () =>
        {
            mayHaveMusic = true;
            if (!hasMusic)
            {
                await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
                hasMusic = true;
            }
        });
        if (mayHaveMusic)
        {
            await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
        }
    }

    /// <summary>Waits for an append of what may have come in at any time: a caller whose operator goes meanwhile, or whose prompt ends, hears music, because the report of it is read only afterwards.</summary>
    /// <returns>Whether the music that a prompt left behind is to be stopped.</returns>
    public static async Task<bool> WaitAsync(CallSession call, Task append)
    {
        var hasMusic = false;
        await KeepAsync(call, append, async () =>
        {
            await PlayToTheDesertedAsync(call);
            if (!hasMusic && IsPrompted(call) && call.Signals.HasPlaybackEnd)
            {
                await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
                hasMusic = true;
            }
        });
        return hasMusic;
    }

    /// <summary>Whether the caller is where there are prompts and nothing behind them.</summary>
    private static bool IsPrompted(CallSession call) => call.Record.Stage is CallStage.Greeting or CallStage.Message or CallStage.Announcement or CallStage.Script;

    /// <summary>Waits for an append; does something for the caller every second that it is not done.</summary>
    private static async Task KeepAsync(CallSession call, Task append, Func<Task> soothe)
    {
        if (append.IsCompleted)
        {
            await append;
            return;
        }

        using var appended = CancellationTokenSource.CreateLinkedTokenSource(call.Stopping);
        try
        {
            while (await Task.WhenAny(append, Task.Delay(LongestSilence, call.Clock, appended.Token)) != append)
            {
                await TryAsync(soothe);
            }

            appended.Cancel();
        }
        finally
        {
            await append;
        }

        static async Task TryAsync(Func<Task> soothe)
        {
            try
            {
                await soothe();
            }
            catch (TelephonyException)
            {
                // Tried again in a second; what counts is the append.
            }
        }
    }

    /// <summary>Music for a caller whose operator has gone while the journal is awaited: the report of it is read only afterwards.</summary>
    private static async Task PlayToTheDesertedAsync(CallSession call)
    {
        if (call.Record is { Stage: CallStage.Conversation, OperatorLeg: { } leg } && await call.Pbx.FindLegAsync(leg, call.Stopping) is null)
        {
            // In a bridge music would not be heard.
            await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        }
    }
}
