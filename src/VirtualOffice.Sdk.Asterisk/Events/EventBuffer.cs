using System.Threading.Channels;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// What a connection has to tell, until the office takes it. Writing never waits: Asterisk drops an application that reads slowly. When too much piles up the whole
/// connection ends, because after a lost event nothing that follows could be believed, and a new connection begins with what is true.
/// </summary>
internal sealed class EventBuffer(int limit)
{
    private readonly Channel<TelephonyEvent> _events = Channel.CreateUnbounded<TelephonyEvent>(new UnboundedChannelOptions { SingleReader = true });
    private int _pending;

    public ChannelReader<TelephonyEvent> Reader => _events.Reader;

    public void Write(TelephonyEvent telephonyEvent)
    {
        if (Interlocked.Increment(ref _pending) > limit)
        {
            End(new TelephonyException(TelephonyError.Unavailable, $"More than {limit} events wait for the office; the connection is made anew."));
        }
        else
        {
            _events.Writer.TryWrite(telephonyEvent);
        }
    }

    /// <summary>To be called for each event read.</summary>
    public void Taken() => Interlocked.Decrement(ref _pending);

    /// <summary>Nothing follows any more; only the first reason counts.</summary>
    public void End(TelephonyException reason)
    {
        if (_events.Writer.TryComplete())
        {
            Reason = reason;
        }
    }

    /// <summary>Why nothing follows, once the reader has come to the end.</summary>
    public TelephonyException? Reason { get; private set; }
}
