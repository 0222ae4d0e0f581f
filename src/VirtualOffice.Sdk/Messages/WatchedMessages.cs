namespace VirtualOffice.Sdk.Messages;

/// <summary>The messages of which deliveries are being attempted here, so that an acknowledgement reaches those who are being rung up. Safe for concurrent use.</summary>
internal sealed class WatchedMessages
{
    private readonly Lock _lock = new();
    private readonly List<Watch> _watches = [];

    /// <summary>Watches a message until it is disposed.</summary>
    public Watch Open(MessageId message)
    {
        var watch = new Watch(this, message);
        lock (_lock)
        {
            _watches.Add(watch);
        }

        return watch;
    }

    public void Acknowledged(MessageId message)
    {
        List<Watch> watching;
        lock (_lock)
        {
            watching = _watches.FindAll(w => w.Message == message);
        }

        watching.ForEach(w => w.Cancel());
    }

    internal sealed class Watch(WatchedMessages messages, MessageId message) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public MessageId Message => message;

        public CancellationToken Acknowledged => _source.Token;

        // Not disposed when it ends: an acknowledgement may be on its way to it, and a source without timers holds nothing.
        public void Cancel() => _source.Cancel();

        public void Dispose()
        {
            lock (messages._lock)
            {
                messages._watches.Remove(this);
            }
        }
    }
}
