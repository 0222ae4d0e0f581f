using System.Threading.Channels;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A host's connection to the PBX, over which events come.</summary>
internal sealed class PbxConnection
{
    private readonly Channel<TelephonyEvent> _events = Channel.CreateUnbounded<TelephonyEvent>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<TelephonyEvent> Events => _events.Reader;

    /// <summary>True once the snapshot was sent; what comes before it waits in <see cref="Held"/>.</summary>
    public bool HasSnapshot { get; set; }

    /// <summary>Events that wait for the snapshot, or for the network.</summary>
    public Queue<TelephonyEvent> Held { get; } = [];

    public bool IsOpen { get; private set; } = true;

    public string LostReason { get; private set; } = "";

    /// <summary>True when another host took the place.</summary>
    public bool IsReplaced { get; private set; }

    public void Write(TelephonyEvent telephonyEvent) => _events.Writer.TryWrite(telephonyEvent);

    public void Close(string reason, bool isReplaced = false)
    {
        if (IsOpen)
        {
            (IsOpen, LostReason, IsReplaced) = (false, reason, isReplaced);
            Held.Clear();
            _events.Writer.TryComplete();
        }
    }
}
