using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace VirtualOffice.Sdk;

/// <summary>One reader's buffer of events: bounded, drops the oldest, counts what it dropped.</summary>
internal sealed class OfficeEventReader
{
    private const int Capacity = 10_000;

    private readonly Channel<OfficeEvent> _buffer;
    private long _missed;

    public OfficeEventReader() => _buffer = Channel.CreateBounded<OfficeEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref _missed));

    public void Write(OfficeEvent officeEvent) => _buffer.Writer.TryWrite(officeEvent);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _buffer.Reader.WaitToReadAsync(cancellationToken);

    public bool TryRead([NotNullWhen(true)] out OfficeEvent? officeEvent)
    {
        if (Interlocked.Exchange(ref _missed, 0) is > 0 and var missed)
        {
            officeEvent = new EventsMissed(missed);
            return true;
        }

        return _buffer.Reader.TryRead(out officeEvent);
    }
}
