using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// A PBX that is only imagined: it keeps legs, bridges and recordings, lets simulated callers and phones behave as they are told, and remembers what everybody heard.
/// </summary>
/// <remarks>
/// Safe for concurrent use. It lives on the runtime it is made with: in a <see cref="SimulatedWorld"/> on the world's, so that it goes on when a host is killed.
/// At most one host is connected; a second one takes its place. While none is, new callers hear ringing and then the fallback.
/// </remarks>
public sealed class SimulatedPbx
{
    private readonly Switchboard _pbx;
    private readonly Dialler _dialler;
    private readonly IncomingCalls _incoming;

    /// <summary>Creates a PBX that runs.</summary>
    /// <param name="runtime">What it lives on.</param>
    /// <param name="name">Its name.</param>
    /// <param name="options">How it is made; null for the defaults.</param>
    public SimulatedPbx(OfficeRuntime runtime, string name = "simulated", SimulatedPbxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _pbx = new Switchboard(name, runtime, options ?? new SimulatedPbxOptions());
        _dialler = new Dialler(_pbx);
        _incoming = new IncomingCalls(_pbx);
    }

    /// <summary>The PBX's name, part of every id.</summary>
    public string Name => _pbx.Name;

    /// <summary>What goes wrong.</summary>
    public SimulatedPbxFaults Faults => _pbx.Faults;

    /// <summary>Whether a host is connected.</summary>
    public bool IsConnected => _pbx.Run(() => _pbx.Events.Connection is not null);

    /// <summary>The parties of living legs, in the order they were made.</summary>
    public IReadOnlyList<SimulatedParty> Parties => _pbx.Run(() => (IReadOnlyList<SimulatedParty>)[.. _pbx.Legs.Select(Party)]);

    /// <summary>The parties whose leg has ended, in the order of the ends; as many as the options let it keep.</summary>
    public IReadOnlyList<SimulatedParty> EndedParties => _pbx.Run(() => (IReadOnlyList<SimulatedParty>)[.. _pbx.EndedLegs.Select(Party)]);

    /// <summary>The existing bridges, ordered by id.</summary>
    public IReadOnlyList<BridgeId> Bridges => _pbx.Run(() => _pbx.Snapshot().Bridges);

    /// <summary>The recordings that are being made, or were made and not deleted, ordered by id.</summary>
    public IReadOnlyList<RecordingId> Recordings => _pbx.Run(() => (IReadOnlyList<RecordingId>)[.. _pbx.Recorder.All.Select(recording => recording.Request.Id)]);

    /// <summary>The calls that the PBX's own fallback took because no host was connected, in order.</summary>
    public IReadOnlyList<FallbackCall> FallbackCalls => _pbx.Run(() => _incoming.Fallbacks);

    /// <summary>Gives a host access.</summary>
    /// <param name="host">The runtime of the host. A host of a <see cref="SimulatedWorld"/> that is killed loses its connection at once, and its commands are no longer obeyed.</param>
    public ITelephonyProvider CreateProvider(OfficeRuntime host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new SimulatedTelephonyProvider(_pbx, _dialler, _incoming, host);
    }

    /// <summary>Lets somebody call a number of the office. A PBX that is being restarted does not take the call: the party is gone at once.</summary>
    /// <param name="dialled">The number, as the network passes it.</param>
    /// <param name="callerNumber">The caller's number, as odd as networks pass it; null when withheld.</param>
    /// <param name="callerName">The caller's display name; null when there is none.</param>
    /// <param name="behaviour">What the caller does by themselves; null for nothing.</param>
    public SimulatedParty PlaceCall(string dialled, string? callerNumber = null, string? callerName = null, SimulatedCaller? behaviour = null)
    {
        ArgumentNullException.ThrowIfNull(dialled);
        return _pbx.Run(() => Party(_incoming.Place(dialled, CallerId.Clean(callerNumber, callerName), behaviour ?? SimulatedCaller.Passive)));
    }

    /// <summary>Lets an operator's phone call somebody by itself, on a line of its own. While no host is connected it cannot: the party is gone at once.</summary>
    /// <param name="device">The phone.</param>
    /// <param name="dialled">What is dialled: a number, or a name.</param>
    public SimulatedParty PlaceCallFromPhone(DeviceId device, string dialled)
    {
        ArgumentException.ThrowIfNullOrEmpty(dialled);
        return _pbx.Run(() => Party(_incoming.PlaceFromPhone(device, dialled)));
    }

    /// <summary>Connects a phone as a device. It has one line: dialled while it is in use, it is busy.</summary>
    /// <param name="device">The device.</param>
    /// <param name="behaviour">How it behaves, the first time it is dialled, the second time, …; the last one repeats.</param>
    public void SetPhone(DeviceId device, params SimulatedPhone[] behaviour) => SetPhone(new DeviceTarget(device), Script(behaviour));

    /// <summary>Gives a number of the public network a phone. It has as many lines as needed.</summary>
    /// <param name="number">The number.</param>
    /// <param name="behaviour">How it behaves, the first time it is dialled, the second time, …; the last one repeats.</param>
    public void SetPhone(PhoneNumber number, params SimulatedPhone[] behaviour) => SetPhone(new NumberTarget(number), Script(behaviour));

    /// <summary>Gives a device or number a phone whose behaviour is decided each time it is dialled.</summary>
    /// <param name="target">The device or number.</param>
    /// <param name="behaviour">Decides; called under the PBX's lock and must be quick.</param>
    public void SetPhone(DialTarget target, Func<SimulatedPhone> behaviour)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(behaviour);
        _pbx.Run(() => _pbx.Phones.Set(target, behaviour));
    }

    /// <summary>Says how numbers of the public network behave that have no phone of their own; they are unreachable at first.</summary>
    /// <param name="behaviour">Decides; called under the PBX's lock and must be quick.</param>
    public void SetOtherNumbers(Func<PhoneNumber, SimulatedPhone> behaviour)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        _pbx.Run(() => _pbx.Phones.OtherNumbers = behaviour);
    }

    /// <summary>The party of a leg, living or ended; null when there is none, or it is no longer kept.</summary>
    public SimulatedParty? FindParty(LegId leg) => _pbx.Run(() => (_pbx.Find(leg) ?? _pbx.FindEnded(leg)) is { } found ? Party(found) : null);

    /// <summary>The party at a dialled phone; null when no living leg was dialled there. The oldest one, when a number has several.</summary>
    public SimulatedParty? FindParty(DialTarget target) => Parties.FirstOrDefault(party => party.Target == target);

    /// <summary>Completes when a condition holds; it is looked at whenever something changes at the PBX, under its lock.</summary>
    public Task WaitAsync(Func<SimulatedPbx, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _pbx.WaitAsync(() => condition(this), cancellationToken);
    }

    /// <summary>Breaks the connection. Calls go on, events are lost, commands still work, and the host connects again by itself.</summary>
    public void DropConnection(string reason = "connection reset") => _pbx.Run(() => _pbx.Events.Drop(reason));

    /// <summary>Cuts the network between hosts and the PBX, or mends it. Calls go on; commands fail; events wait, and are lost once the host has noticed.</summary>
    public void SetNetwork(bool isCut) => _pbx.Run(() =>
    {
        _pbx.Events.SetNetwork(isCut);
        var connection = _pbx.Events.Connection;
        if (isCut && connection is not null)
        {
            _pbx.Timers.After(_pbx.Options.HeartbeatTimeout, () =>
            {
                if (_pbx.Events.IsNetworkCut && _pbx.Events.Connection == connection)
                {
                    _pbx.Events.Drop("no heartbeat");
                }
            });
        }
    });

    /// <summary>Restarts the PBX itself: every leg and bridge is gone without a word; files of recordings stay, as far as they were written.</summary>
    /// <param name="downFor">How long it is away.</param>
    public void Restart(TimeSpan downFor) => _pbx.Run(() =>
    {
        _pbx.Stop();
        _pbx.Timers.After(downFor, _pbx.Start);
    });

    private static Func<SimulatedPhone> Script(SimulatedPhone[] behaviour)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        ArgumentOutOfRangeException.ThrowIfZero(behaviour.Length, nameof(behaviour));
        var next = 0;
        return () => behaviour[Math.Min(next++, behaviour.Length - 1)];
    }

    private SimulatedParty Party(Leg leg) => new(_pbx, _dialler, leg);
}
