using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Lets things go wrong: each strike draws one fault of the PBX, its connection, a store, the notification channel or the clock.</summary>
internal sealed class FaultSchedule
{
    // A reconnect takes 1 s, and so does the pause before a stage is entered again.
    public static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(3);

    private readonly SimulatedOffice _office;
    private readonly SimulatedPbxOptions _pbx;
    private readonly Troubles _troubles;
    private readonly ClockJumps _jumps;
    private readonly IReadOnlyList<StoreFaults> _stores;
    private readonly Random _random;
    private readonly TimeSpan _latency;
    private readonly Queue<CommandFault> _commands = [];
    private bool _isOver;

    public FaultSchedule(SimulatedOffice office, SimulatedPbxOptions pbx, Troubles troubles, ClockJumps jumps, IReadOnlyList<StoreFaults> stores, Random random)
    {
        (_office, _pbx, _troubles, _jumps, _stores, _random) = (office, pbx, troubles, jumps, stores, random);
        _latency = pbx.MaxCommandLatency;
        office.Pbx.Faults.OnCommand = OnCommand;
    }

    public Queue<DeliveryFault> Deliveries { get; } = [];

    /// <summary>Hears of every command that reaches for the PBX.</summary>
    public Action<PbxCommand, CommandFault>? Commanded { get; set; }

    public void Strike()
    {
        switch (_random.Next(18))
        {
            case 0:
                _troubles.Note("connection dropped", TimeSpan.Zero, Reconnect);
                _office.Pbx.DropConnection();
                break;
            case 1:
                _troubles.Count("events repeated");
                _office.Pbx.Faults.RepeatedEvents = _random.NextDouble() / 2;
                break;
            case 2:
                DelayEvents(Milliseconds(10, 1_500), Milliseconds(500, 6_000));
                break;
            case 3:
                SlowCommands(Milliseconds(100, 2_000), Milliseconds(500, 5_000));
                break;
            case 4 or 5 or 6:
                _commands.Enqueue(_random.Next(2) == 0 ? CommandFault.RequestLost : CommandFault.ReplyLost);
                break;
            case 7:
                CutNetwork(Milliseconds(10, 9_000));
                break;
            case 8:
                Store().BeAwayFor(Milliseconds(10, 5_000));
                break;
            case 9:
                Store().BeSlowFor(Milliseconds(100, 5_000));
                break;
            case 10 or 11:
                Store().LoseNextAnswer();
                break;
            case 12 when _random.Next(3) == 0:
                var down = Milliseconds(10, 5_000);
                _troubles.Note("PBX restart", down, down + Reconnect);
                _office.Pbx.Restart(down);
                break;
            case 13:
                Deliveries.Enqueue((DeliveryFault)_random.Next(1, 5));
                break;
            case 14 when _random.Next(3) == 0:
                var by = Milliseconds(1, _random.Next(2) == 0 ? 5_000 : 7_200_000);
                _jumps.Jump(_random.Next(2) == 0 ? by : -by);
                break;
            case 15:
                RefuseConnections(Milliseconds(100, 4_000));
                break;
            case 16:
                _troubles.Count("recording refused");
                _office.Pbx.Faults.FailNextRecording("no space");
                break;
            case 17:
                _troubles.Count("trunk down");
                _office.Pbx.Faults.TrunkIsDown = true;
                Later(Milliseconds(1_000, 20_000), () => _office.Pbx.Faults.TrunkIsDown = false);
                break;
        }
    }

    /// <summary>Nothing goes wrong from now on, and what is wrong ends.</summary>
    public void End()
    {
        _isOver = true;
        _commands.Clear();
        Deliveries.Clear();
        foreach (var store in _stores)
        {
            store.Recover();
        }

        (_office.Pbx.Faults.RepeatedEvents, _office.Pbx.Faults.MaxEventDelay, _office.Pbx.Faults.ConnectError) = (0, TimeSpan.Zero, null);
        _office.Pbx.Faults.TrunkIsDown = false;
        _pbx.MaxCommandLatency = _latency;
        _office.Pbx.SetNetwork(isCut: false);
        _troubles.Mend(Reconnect);
    }

    private CommandFault OnCommand(PbxCommand command)
    {
        var fault = CommandFault.None;
        if (_office.Pbx.IsConnected && _commands.TryDequeue(out var next))
        {
            fault = next;
            _troubles.Note($"command {fault}", TimeSpan.Zero, TimeSpan.FromSeconds(2));
        }

        Commanded?.Invoke(command, fault);
        return fault;
    }

    private void DelayEvents(TimeSpan delay, TimeSpan time)
    {
        _troubles.Note("events delayed and reordered", time + delay, time + delay + Reconnect);
        _office.Pbx.Faults.MaxEventDelay = delay;
        Later(time, () => _office.Pbx.Faults.MaxEventDelay = TimeSpan.Zero);
    }

    private void SlowCommands(TimeSpan latency, TimeSpan time)
    {
        _troubles.Note("commands slow", time + (4 * latency), time + (4 * latency) + Reconnect);
        _pbx.MaxCommandLatency = latency;
        Later(time, () => _pbx.MaxCommandLatency = _latency);
    }

    private void CutNetwork(TimeSpan time)
    {
        _troubles.Note("network cut", time, time + Reconnect);
        _office.Pbx.SetNetwork(isCut: true);
        Later(time, () => _office.Pbx.SetNetwork(isCut: false));
    }

    private void RefuseConnections(TimeSpan time)
    {
        _troubles.Note("connection refused", time, time + Reconnect);
        _office.Pbx.Faults.ConnectError = TelephonyError.Unavailable;
        _office.Pbx.DropConnection();
        Later(time, () => _office.Pbx.Faults.ConnectError = null);
    }

    private void Later(TimeSpan time, Action end)
    {
        ITimer? timer = null;
        timer = _office.World.Clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                if (!_isOver)
                {
                    end();
                }
            },
            null,
            time,
            Timeout.InfiniteTimeSpan);
    }

    private StoreFaults Store() => _stores[_random.Next(_stores.Count)];

    private TimeSpan Milliseconds(int from, int to) => TimeSpan.FromMilliseconds(_random.Next(from, to));
}
