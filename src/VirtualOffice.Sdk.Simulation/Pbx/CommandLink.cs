using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Carries a host's commands to the PBX and the answers back, as slowly and as badly as options and faults say.</summary>
internal sealed class CommandLink(Switchboard pbx, HostScheduler? host)
{
    /// <summary>Sends a command; it is carried out under the PBX's lock.</summary>
    /// <param name="command">What it is, for faults.</param>
    /// <param name="execute">Carries it out.</param>
    /// <param name="lost">Called under the lock when it never arrives.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer; the command goes its way.</param>
    public async Task<T> SendAsync<T>(PbxCommand command, Func<T> execute, Action? lost, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reply = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);

        // A process that is gone sends nothing, and what is left of its work waits for ever.
        if (host is not { IsKilled: true })
        {
            pbx.Run(() => Request(pbx.Faults.Decide(command), command, execute, lost, reply));
        }

        using var cancelled = cancellationToken.Register(() => reply.TrySetCanceled(cancellationToken));

        // Awaited here and not given out, so that Task.WhenAny and the like may be used on the result in a simulated world.
        return await reply.Task;
    }

    private void Request<T>(CommandFault fault, PbxCommand command, Func<T> execute, Action? lost, TaskCompletionSource<T> reply) => Later(() =>
    {
        if (fault == CommandFault.RequestLost || !pbx.IsRunning || pbx.Events.IsNetworkCut)
        {
            lost?.Invoke();
            Reply(() => reply.TrySetException(NoAnswer(command)));
            return;
        }

        try
        {
            if (fault == CommandFault.Refused)
            {
                lost?.Invoke();
                throw new TelephonyException(TelephonyError.Refused, $"PBX {pbx.Name} refused {command.Name}.");
            }

            var result = execute();
            Reply(() => _ = fault == CommandFault.ReplyLost || pbx.Events.IsNetworkCut ? reply.TrySetException(NoAnswer(command)) : reply.TrySetResult(result));
        }
        catch (TelephonyException e)
        {
            Reply(() => reply.TrySetException(e));
        }
    });

    private void Reply(Action deliver) => Later(deliver);

    private void Later(Action action)
    {
        var latency = pbx.Options.MaxCommandLatency * pbx.Random.NextDouble();
        if (latency == TimeSpan.Zero)
        {
            action();
        }
        else
        {
            pbx.Timers.After(latency, action);
        }
    }

    private TelephonyException NoAnswer(PbxCommand command) => new(
        TelephonyError.Unavailable,
        $"PBX {pbx.Name} did not answer {command.Name} in time; it may or may not have carried it out.");
}
