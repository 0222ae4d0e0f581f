using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Makes sure that an open connection is sent events at all. Where the connection before it ends at the very moment it opens, Asterisk can take the end of the one for that of the other:
/// the new one stays open, answers pings, and hears nothing of any call. So the application is sent an event of its own, which has to come back.
/// </summary>
internal sealed class EventHearing(string pbx, AriClient ari, AsteriskOptions options, TimeProvider clock)
{
    private volatile TaskCompletionSource _heard = New();

    /// <summary>A message has come, whatever it says.</summary>
    public void Hear() => _heard.TrySetResult();

    /// <summary>Returns as soon as something is heard.</summary>
    /// <exception cref="TelephonyException">Nothing is heard, or Asterisk cannot be asked.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await FindFaultAsync(cancellationToken).ConfigureAwait(false) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Listens on, and returns why the connection is no good any more. While events come by themselves nothing is asked for.</summary>
    public async Task<TelephonyException> WatchAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var heard = _heard = New();
            await Task.Delay(options.HeartbeatInterval, clock, cancellationToken).ConfigureAwait(false);
            try
            {
                if (!heard.Task.IsCompleted && await FindFaultAsync(cancellationToken).ConfigureAwait(false) is { } fault)
                {
                    return fault;
                }
            }
            catch (TelephonyException)
            {
                // That it cannot be asked just now says nothing about what it sends.
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<TelephonyException?> FindFaultAsync(CancellationToken cancellationToken)
    {
        var heard = _heard = New();
        var asked = await ari.SendUserEventAsync(cancellationToken).ConfigureAwait(false);
        if (asked.IsGone)
        {
            return Fault($"has lost the application '{ari.Application}'");
        }

        if (!asked.IsSuccess)
        {
            throw ari.Http.Refused("user event", asked);
        }

        try
        {
            await heard.Task.WaitAsync(options.CommandTimeout, clock, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return Fault($"keeps its events open and sends none, not even the one that was asked for {options.CommandTimeout.TotalSeconds} s ago");
        }
    }

    private TelephonyException Fault(string what) => new(TelephonyError.Unavailable, $"Asterisk '{pbx}' {what}; the events are opened again.");
}
