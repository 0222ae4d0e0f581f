using System.Collections.Concurrent;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Reads what the PBX has of the application.</summary>
internal sealed class SnapshotReader(string pbx, AriClient ari, LegTable legs, PlaybackTable playbacks, RecordingTable recordings, DialStrings strings, ListeningCommands listening)
{
    private const int AtOnce = 8;

    /// <summary>Reads it at a connect, channel by channel so that each is as it is now, and takes it in: what is not there has ended unheard.</summary>
    public async Task<PbxSnapshot> ReadAsync(string incarnation, CancellationToken cancellationToken)
    {
        var before = legs.All.ToList();
        var application = await ari.GetApplicationAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{pbx}' has lost the application '{ari.Application}' again.");
        var known = before.Select(l => l.Channel).Union(application.ChannelIds ?? [], StringComparer.Ordinal);
        var channels = await GetChannelsAsync(known, cancellationToken).ConfigureAwait(false);
        var seen = channels.Select(Take).OfType<LegSnapshot>().OrderBy(l => l.Leg.Value, StringComparer.Ordinal).ToList();
        Forget(before, seen.Select(l => l.Leg.Value).ToHashSet(StringComparer.Ordinal));
        return new PbxSnapshot(incarnation, seen, await GetBridgesAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks at it beside the events, in three requests, and changes nothing.</summary>
    public async Task<PbxSnapshot> PeekAsync(CancellationToken cancellationToken)
    {
        var info = await ari.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        var channels = await ari.GetChannelsAsync(cancellationToken).ConfigureAwait(false);
        if (info is null || channels is null)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{pbx}' does not list its channels.");
        }

        var seen = channels.Select(Describe).OfType<LegSnapshot>().OrderBy(l => l.Leg.Value, StringComparer.Ordinal);
        return new PbxSnapshot(info.Status?.StartupTime ?? "", [.. seen], await GetBridgesAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A channel as a leg; null when it is none of the office's, or none at all.</summary>
    public LegSnapshot? Describe(AriChannel channel)
    {
        if (string.IsNullOrEmpty(channel.Id) || legs.HasEnded(channel.Id))
        {
            return null;
        }

        var arguments = StasisArguments.Split(channel.Dialplan, ari.Application);
        var known = legs.Find(channel.Id);
        if ((arguments is null && known is null) || EventTranslator.IsHelper(channel.Name))
        {
            return null;
        }

        var id = new LegId(pbx, channel.Id);
        var tag = known?.Tag ?? (arguments is [StasisArguments.Leg, var call, var role] ? StasisArguments.ParseTag(call, role) : null);
        var isOurs = tag is not null || arguments is [StasisArguments.Leg, ..];
        return new LegSnapshot(id, StateOf(channel), tag, isOurs ? null : OfferOf(id, channel, arguments));
    }

    private static LegState StateOf(AriChannel channel) => channel.State switch
    {
        "Up" => LegState.Up,
        "Ring" or "Ringing" => LegState.Ringing,
        _ => LegState.Creating,
    };

    private LegOffered? OfferOf(LegId id, AriChannel channel, string[]? arguments)
    {
        var caller = CallerText.Clean(channel.Caller?.Number, channel.Caller?.Name);
        return arguments is [StasisArguments.Phone, var endpoint, var number]
            ? StasisArguments.ParsePhone(endpoint, number, caller, id, strings)
            : new LegOffered(id, arguments is [var dialled, ..] ? dialled : channel.Dialplan?.Exten ?? "", caller);
    }

    private LegSnapshot? Take(AriChannel channel)
    {
        if (StasisArguments.Split(channel.Dialplan, ari.Application) is [StasisArguments.Snoop, var name, var spied] && RecordingId.TryParse(name, out var recording))
        {
            var made = new AsteriskRecording(recording, new LegId(pbx, spied), RecordingSource.Conversation) { IsAdopted = true };
            made.Listen();
            recordings.TryAdd(made);
            return null;
        }

        if (Describe(channel) is not { } seen)
        {
            return null;
        }

        var leg = legs.Add(seen.Leg.Value, seen.Tag, out var isNew);
        lock (leg.Gate)
        {
            leg.HasRung |= seen.State != LegState.Creating;
            leg.IsAnswered |= seen.State == LegState.Up;
            leg.IsBridgeKnown = false;
            if (isNew)
            {
                // A leg of an earlier host, which may have let it hear something.
                (leg.MayHearMusic, leg.MayHearRinging, leg.AwaitsTransfer) = (true, true, null);
            }
        }

        leg.Start();
        return seen;
    }

    /// <summary>What ended while nobody was connected ended unheard: the snapshot lacks it, and that says it all. A leg that is just being made is not there yet.</summary>
    private void Forget(IEnumerable<AsteriskLeg> before, HashSet<string> seen)
    {
        foreach (var leg in before)
        {
            lock (leg.Gate)
            {
                if (!seen.Contains(leg.Channel) && !leg.IsBeingDialled)
                {
                    leg.HasEnded = true;
                    playbacks.EndAll(leg);
                    legs.Remove(leg);
                }
            }
        }
    }

    private async Task<IReadOnlyList<BridgeId>> GetBridgesAsync(CancellationToken cancellationToken)
    {
        var bridges = await ari.GetBridgesAsync(cancellationToken).ConfigureAwait(false) ?? [];
        listening.CleanUp(bridges);
        return [.. bridges.Where(b => b.Name == ari.Application).Select(b => b.Id).Order(StringComparer.Ordinal).Select(id => new BridgeId(pbx, id))];
    }

    private async Task<IReadOnlyCollection<AriChannel>> GetChannelsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<AriChannel>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, ct) =>
        {
            if (await ari.GetChannelAsync(id, ct).ConfigureAwait(false) is { } channel)
            {
                found.Add(channel);
            }
        }).ConfigureAwait(false);
        return found;
    }
}
