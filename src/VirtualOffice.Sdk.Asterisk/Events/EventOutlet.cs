using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Where events of the provider go: to the connection there is. What happens without one is in the next snapshot.</summary>
internal sealed class EventOutlet
{
    private volatile EventBuffer? _buffer;

    public bool IsOpen => _buffer is not null;

    public void Open(EventBuffer buffer) => _buffer = buffer;

    public void Close(EventBuffer buffer) => Interlocked.CompareExchange(ref _buffer, null, buffer);

    public void Write(TelephonyEvent telephonyEvent) => _buffer?.Write(telephonyEvent);

    public void End(TelephonyException reason) => _buffer?.End(reason);
}
