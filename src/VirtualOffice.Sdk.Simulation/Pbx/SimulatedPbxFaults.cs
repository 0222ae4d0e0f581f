using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>What goes wrong at a <see cref="SimulatedPbx"/>. Everything is right at first.</summary>
/// <remarks>May be changed at any time, from any thread; functions given here are called under the PBX's lock and must be quick.</remarks>
public sealed class SimulatedPbxFaults
{
    private readonly Queue<CommandFault> _next = [];
    private readonly Queue<string> _recordings = [];
    private readonly Lock _gate = new();

    /// <summary>Decides on each command; null for no fault. <see cref="FailNextCommand"/> comes first.</summary>
    public Func<PbxCommand, CommandFault>? OnCommand { get; set; }

    /// <summary>The share of events that come twice, from 0 to 1.</summary>
    public double RepeatedEvents { get; set; }

    /// <summary>Decides on each event whether it is lost although the connection stands; null for none.</summary>
    public Func<LegEvent, bool>? OnEvent { get; set; }

    /// <summary>The longest an event is delayed on top of its latency; drawn evenly from zero to this.</summary>
    public TimeSpan MaxEventDelay { get; set; }

    /// <summary>The error that every attempt to connect meets; null for none.</summary>
    public TelephonyError? ConnectError { get; set; }

    /// <summary>Whether the trunk is out of service: every number is unreachable then.</summary>
    public bool TrunkIsDown { get; set; }

    /// <summary>Lets the next commands fail, one for each call of this method.</summary>
    public void FailNextCommand(CommandFault fault)
    {
        lock (_gate)
        {
            _next.Enqueue(fault);
        }
    }

    /// <summary>Lets the next recording that is started fail, one for each call of this method.</summary>
    public void FailNextRecording(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        lock (_gate)
        {
            _recordings.Enqueue(reason);
        }
    }

    internal CommandFault Decide(PbxCommand command)
    {
        lock (_gate)
        {
            return _next.TryDequeue(out var next) ? next : OnCommand?.Invoke(command) ?? CommandFault.None;
        }
    }

    internal string? DecideRecording()
    {
        lock (_gate)
        {
            return _recordings.TryDequeue(out var reason) ? reason : null;
        }
    }
}
