using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The events of one leg that are on their way to a host. They never overtake each other, whichever of their timers comes first.</summary>
internal sealed class EventLane
{
    private DateTimeOffset _lastArrival = DateTimeOffset.MinValue;

    public Queue<LegEvent> Pending { get; } = [];

    /// <summary>Adds an event; returns when it arrives, which is not before the one sent last.</summary>
    public DateTimeOffset Add(LegEvent legEvent, DateTimeOffset arrival)
    {
        Pending.Enqueue(legEvent);
        return _lastArrival = arrival > _lastArrival ? arrival : _lastArrival;
    }
}
