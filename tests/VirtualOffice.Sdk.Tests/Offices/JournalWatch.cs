using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Offices;

/// <summary>What the journals of all hosts of a run have seen.</summary>
internal sealed class JournalWatch(SimulatedWorld world, CrashPlan plan)
{
    public CrashPlan Plan { get; } = plan;

    public int Appends { get; private set; }

    public int Crashes { get; set; }

    public Dictionary<LegId, DateTimeOffset> ReceivedAt { get; } = [];

    public int NextAppend() => ++Appends;

    public void Committed(JournalAppend append)
    {
        if (append.Events[0] is CallReceived received)
        {
            ReceivedAt.TryAdd(received.Leg, world.Clock.GetUtcNow());
        }
    }
}
