using System.Collections.Concurrent;
using System.Net;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Legs that listen in on others: a snoop channel on the other one, which hears what is said and heard there and may speak to that party alone, in a bridge of its own with the leg that listens.
/// Both are made for one listening and go with it.
/// </summary>
internal sealed class ListeningCommands(AriClient ari, LegTable legs, BackgroundCommands background, AsteriskOptions options, OfficeRuntime runtime)
{
    private const string Prefix = "listen-";
    private const int NormalClearing = 16;

    private readonly ConcurrentDictionary<LegId, Listening> _byEar = new();
    private readonly ConcurrentDictionary<string, Listening> _bySnoop = new(StringComparer.Ordinal);

    public async Task<CommandResult> ListenAsync(LegId ear, LegId target, bool whispers, CancellationToken cancellationToken)
    {
        if (legs.Find(ear.Value) is null || legs.Find(target.Value) is null)
        {
            return CommandResult.Gone;
        }

        if (_byEar.TryGetValue(ear, out var before) && before.Target == target && before.Whispers == whispers)
        {
            return CommandResult.Done;
        }

        await StopAsync(ear, cancellationToken).ConfigureAwait(false);
        var listening = new Listening(ear, target, whispers, $"{Prefix}{runtime.Ids.NewId():N}");
        (_byEar[ear], _bySnoop[listening.Id]) = (listening, listening);
        try
        {
            var result = await BeginAsync(listening, cancellationToken).ConfigureAwait(false);
            if (result == CommandResult.Gone)
            {
                End(listening);
            }

            return result;
        }
        catch
        {
            End(listening);
            throw;
        }
    }

    public async Task<CommandResult> StopAsync(LegId ear, CancellationToken cancellationToken)
    {
        if (!_byEar.TryRemove(ear, out var listening))
        {
            return legs.Find(ear.Value) is null ? CommandResult.Gone : CommandResult.Done;
        }

        _bySnoop.TryRemove(listening.Id, out _);
        await ari.RemoveFromBridgeAsync(listening.Id, ear.Value, cancellationToken).ConfigureAwait(false);
        await ari.HangUpAsync(listening.Id, NormalClearing, cancellationToken).ConfigureAwait(false);
        await ari.DestroyBridgeAsync(listening.Id, cancellationToken).ConfigureAwait(false);
        return CommandResult.Done;
    }

    /// <summary>A snoop channel has come into the application. One of nobody's, of an earlier host, goes.</summary>
    public void SnoopStarted(ReadOnlySpan<char> channel)
    {
        var id = channel.ToString();
        if (_bySnoop.TryGetValue(id, out var listening))
        {
            listening.Start();
        }
        else
        {
            background.Run(ct => ari.HangUpAsync(id, NormalClearing, ct));
        }
    }

    /// <summary>A leg has ended: whoever listened to it listens no longer, and whom it listened to is rid of it.</summary>
    public void LegEnded(AsteriskLeg leg)
    {
        foreach (var listening in _byEar.Values.Where(l => l.Ear == leg.Id || l.Target == leg.Id))
        {
            End(listening);
        }
    }

    /// <summary>What an earlier host left behind: bridges in which nobody listens any more.</summary>
    public void CleanUp(IEnumerable<AriBridge> bridges)
    {
        foreach (var bridge in bridges.Where(b => b.Id.StartsWith(Prefix, StringComparison.Ordinal) && !_bySnoop.ContainsKey(b.Id)))
        {
            background.Run(async ct =>
            {
                await ari.HangUpAsync(bridge.Id, NormalClearing, ct).ConfigureAwait(false);
                await ari.DestroyBridgeAsync(bridge.Id, ct).ConfigureAwait(false);
            });
        }
    }

    private async Task<CommandResult> BeginAsync(Listening listening, CancellationToken cancellationToken)
    {
        var snooped = await ari.ListenAsync(listening.Target.Value, listening.Id, listening.Whispers, StasisArguments.Listen, cancellationToken).ConfigureAwait(false);
        if (snooped.IsGone)
        {
            return CommandResult.Gone;
        }

        if (!snooped.IsSuccess)
        {
            throw ari.Http.Refused("snoop", snooped);
        }

        try
        {
            await listening.Started.WaitAsync(options.CommandTimeout, runtime.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{listening.Ear.Pbx}' did not let leg {listening.Target} be listened to in time.", e);
        }

        var made = await ari.CreateListeningBridgeAsync(listening.Id, cancellationToken).ConfigureAwait(false);
        if (!made.IsSuccess)
        {
            throw ari.Http.Refused("create bridge", made);
        }

        foreach (var channel in new[] { listening.Id, listening.Ear.Value })
        {
            var added = await ari.AddToBridgeAsync(listening.Id, channel, cancellationToken).ConfigureAwait(false);
            if (added.IsGone || added.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            {
                return CommandResult.Gone;
            }

            if (!added.IsSuccess)
            {
                throw ari.Http.Refused("add to bridge", added);
            }
        }

        return CommandResult.Done;
    }

    private void End(Listening listening)
    {
        _bySnoop.TryRemove(listening.Id, out _);
        if (_byEar.TryRemove(KeyValuePair.Create(listening.Ear, listening)))
        {
            background.Run(async ct =>
            {
                await ari.HangUpAsync(listening.Id, NormalClearing, ct).ConfigureAwait(false);
                await ari.DestroyBridgeAsync(listening.Id, ct).ConfigureAwait(false);
            });
        }
    }

    private sealed class Listening(LegId ear, LegId target, bool whispers, string id)
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LegId Ear => ear;

        public LegId Target => target;

        public bool Whispers => whispers;

        /// <summary>Of the snoop channel and of the bridge.</summary>
        public string Id => id;

        public Task Started => _started.Task;

        public void Start() => _started.TrySetResult();
    }
}
