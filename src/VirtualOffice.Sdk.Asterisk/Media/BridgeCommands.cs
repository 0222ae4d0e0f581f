using System.Collections.Concurrent;
using System.Net;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Bridges, and who is in them.</summary>
internal sealed class BridgeCommands(AriClient ari, LegTable legs, MediaCommands media)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    public async Task<CommandResult> JoinAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken)
    {
        if (await IsInAsync(bridge, leg, cancellationToken).ConfigureAwait(false))
        {
            // Asterisk would take it out and put it in again, and that is heard.
            return CommandResult.Done;
        }

        if (await media.StopAllAsync(leg, cancellationToken).ConfigureAwait(false) == CommandResult.Gone)
        {
            return CommandResult.Gone;
        }

        var answer = await AddAsync(bridge, leg, cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            _known.TryRemove(bridge.Value, out _);
            answer = await AddAsync(bridge, leg, cancellationToken).ConfigureAwait(false);
        }

        // 400: no such channel, 422: it has left the application. 409 is a channel that cannot be moved because its party is being recorded.
        if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound)
        {
            return CommandResult.Gone;
        }

        if (!answer.IsSuccess)
        {
            throw ari.Http.Refused("add to bridge", answer);
        }

        SetBridge(leg, bridge.Value);
        return CommandResult.Done;
    }

    public async Task<CommandResult> LeaveAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken)
    {
        var answer = await ari.RemoveFromBridgeAsync(bridge.Value, leg.Value, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            SetBridge(leg, null);
            return CommandResult.Done;
        }

        // 400: no such channel, 404: no such bridge, 422: not in it.
        return answer.IsGone || answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity
            ? CommandResult.Gone
            : throw ari.Http.Refused("remove from bridge", answer);
    }

    public async Task<CommandResult> DestroyAsync(BridgeId bridge, CancellationToken cancellationToken)
    {
        var answer = await ari.DestroyBridgeAsync(bridge.Value, cancellationToken).ConfigureAwait(false);
        _known.TryRemove(bridge.Value, out _);
        return ari.Result("destroy bridge", answer);
    }

    private async Task<AriAnswer> AddAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken)
    {
        if (!_known.ContainsKey(bridge.Value))
        {
            var created = await ari.CreateBridgeAsync(bridge.Value, cancellationToken).ConfigureAwait(false);
            if (!created.IsSuccess && created.Status != HttpStatusCode.Conflict)
            {
                throw ari.Http.Refused("create bridge", created);
            }

            _known[bridge.Value] = true;
        }

        return await ari.AddToBridgeAsync(bridge.Value, leg.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsInAsync(BridgeId bridge, LegId leg, CancellationToken cancellationToken)
    {
        if (legs.Find(leg.Value) is not { } known)
        {
            return false;
        }

        if (!known.IsBridgeKnown)
        {
            var found = await ari.GetBridgeAsync(bridge.Value, cancellationToken).ConfigureAwait(false);
            SetBridge(leg, found?.Channels?.Contains(leg.Value, StringComparer.Ordinal) == true ? bridge.Value : null);
        }

        return known.Bridge == bridge.Value;
    }

    private void SetBridge(LegId leg, string? bridge)
    {
        if (legs.Find(leg.Value) is { } known)
        {
            lock (known.Gate)
            {
                (known.Bridge, known.IsBridgeKnown) = (bridge, true);
            }
        }
    }
}
