using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Sends events to the one host that is connected. What happens while none is, is lost.</summary>
internal sealed class PbxEvents(PbxTimers timers, Random random, SimulatedPbxOptions options, SimulatedPbxFaults faults)
{
    private readonly Dictionary<LegId, EventLane> _lanes = [];

    public PbxConnection? Connection { get; private set; }

    public bool IsNetworkCut { get; private set; }

    public PbxConnection Open()
    {
        Connection?.Close("another host connected", isReplaced: true);
        _lanes.Clear();
        return Connection = new PbxConnection();
    }

    public void SendSnapshot(PbxConnection connection, PbxSnapshot snapshot)
    {
        if (!connection.IsOpen)
        {
            return;
        }

        connection.HasSnapshot = true;
        connection.Write(new PbxConnected(snapshot));
        Release(connection);
    }

    public void Drop(string reason)
    {
        Connection?.Close(reason);
        Connection = null;
    }

    public void Close(PbxConnection connection)
    {
        connection.Close("closed");
        if (Connection == connection)
        {
            Connection = null;
        }
    }

    public void SetNetwork(bool isCut)
    {
        IsNetworkCut = isCut;
        if (!isCut && Connection is { } connection)
        {
            Release(connection);
        }
    }

    public void Send(LegEvent legEvent)
    {
        if (Connection is not { } connection || faults.OnEvent?.Invoke(legEvent) == true)
        {
            return;
        }

        for (var copies = legEvent is not (DigitPressed or LegTransferAsked) && random.NextDouble() < faults.RepeatedEvents ? 2 : 1; copies > 0; copies--)
        {
            var delay = (options.MaxEventLatency * random.NextDouble()) + (faults.MaxEventDelay * random.NextDouble());
            if (!_lanes.TryGetValue(legEvent.Leg, out var lane))
            {
                if (delay == TimeSpan.Zero)
                {
                    Arrive(connection, legEvent);
                    continue;
                }

                _lanes.Add(legEvent.Leg, lane = new EventLane());
            }

            timers.After(lane.Add(legEvent, timers.Now + delay) - timers.Now, () => ArriveNext(connection, lane));
        }
    }

    private void ArriveNext(PbxConnection connection, EventLane lane)
    {
        var next = lane.Pending.Dequeue();
        if (lane.Pending.Count == 0 && _lanes.GetValueOrDefault(next.Leg) == lane)
        {
            _lanes.Remove(next.Leg);
        }

        Arrive(connection, next);
    }

    private void Arrive(PbxConnection connection, TelephonyEvent telephonyEvent)
    {
        if (!connection.IsOpen)
        {
            return;
        }

        if (connection.HasSnapshot && !IsNetworkCut)
        {
            connection.Write(telephonyEvent);
        }
        else
        {
            connection.Held.Enqueue(telephonyEvent);
        }
    }

    private void Release(PbxConnection connection)
    {
        while (connection.HasSnapshot && !IsNetworkCut && connection.Held.TryDequeue(out var held))
        {
            connection.Write(held);
        }
    }
}
