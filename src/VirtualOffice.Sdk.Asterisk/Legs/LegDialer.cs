using System.Net;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Makes outgoing legs: creates the channel under the leg's id, waits until it takes commands, dials it. Whatever goes wrong on the way, no channel is left behind
/// that nobody dials and nobody hangs up: such a one lives for ever.
/// </summary>
internal sealed partial class LegDialer(
    AriClient ari,
    LegTable legs,
    LegReports reports,
    LegEndings endings,
    EventOutlet outlet,
    DialStrings strings,
    AsteriskOptions options,
    TimeProvider clock,
    ILogger logger)
{
    public async Task<CommandResult> DialAsync(DialRequest request, CancellationToken cancellationToken)
    {
        var endpoint = strings.For(request.Target);
        if (!outlet.IsOpen)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{request.Leg.Pbx}' is not connected; nothing is dialled whose answer nobody would hear.");
        }

        var leg = legs.Add(request.Leg.Value, request.Tag, out var isNew);
        if (!isNew)
        {
            return leg.Wish is null ? CommandResult.Done : CommandResult.Gone;
        }

        leg.IsBeingDialled = true;
        try
        {
            return await DialAsync(leg, endpoint, request, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            endings.GiveUp(leg, LegEndCause.Failed);
            throw;
        }
        finally
        {
            leg.IsBeingDialled = false;
        }
    }

    private async Task<CommandResult> DialAsync(AsteriskLeg leg, string endpoint, DialRequest request, CancellationToken cancellationToken)
    {
        var created = await ari
            .CreateChannelAsync(leg.Channel, endpoint, StasisArguments.For(request.Tag), CallerVariables.For(request.Caller), cancellationToken)
            .ConfigureAwait(false);
        if (created.Status == HttpStatusCode.InternalServerError)
        {
            // Unknown, unregistered, or out of channels: Asterisk does not tell which.
            LogUnreachable(logger, leg.Id, created.Message);
            reports.Ended(leg, LegEndCause.Unreachable);
            return CommandResult.Done;
        }

        if (created.Status == HttpStatusCode.Conflict)
        {
            // The id is taken: an earlier host dialled it.
            return CommandResult.Done;
        }

        if (!created.IsSuccess)
        {
            throw ari.Http.Refused("create", created);
        }

        await WaitForStartAsync(leg, cancellationToken).ConfigureAwait(false);
        lock (leg.Gate)
        {
            if (leg.Wish is not null || leg.HasEnded)
            {
                return CommandResult.Gone;
            }
        }

        var seconds = (int)Math.Clamp(Math.Ceiling(request.RingTime.TotalSeconds), 1, 3600);
        return ari.Result("dial", await ari.DialAsync(leg.Channel, seconds, cancellationToken).ConfigureAwait(false));
    }

    private async Task WaitForStartAsync(AsteriskLeg leg, CancellationToken cancellationToken)
    {
        try
        {
            await leg.Started.WaitAsync(options.CommandTimeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TelephonyException(
                TelephonyError.Unavailable,
                $"Asterisk '{leg.Id.Pbx}' made the channel of leg {leg.Id} but did not bring it into the application within {options.CommandTimeout.TotalSeconds} s.",
                e);
        }
    }

    [LoggerMessage(2020, LogLevel.Warning, "Leg {Leg} cannot be dialled: {Message}. The device is not registered, or its endpoint is not configured")]
    private static partial void LogUnreachable(ILogger logger, LegId leg, string? message);
}
