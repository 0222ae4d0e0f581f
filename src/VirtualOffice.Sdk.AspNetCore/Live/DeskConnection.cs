using Microsoft.AspNetCore.SignalR;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>A browser's connection: what it wants to know of, and what it has not been told yet. At most one message is on its way.</summary>
internal sealed class DeskConnection(ISingleClientProxy client)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _untold = new(StringComparer.Ordinal);
    private bool _isAsked;
    private bool _isSending;

    public IReadOnlyList<string> Topics
    {
        get
        {
            lock (_gate)
            {
                return [.. _topics];
            }
        }
    }

    public void Join(string topic)
    {
        lock (_gate)
        {
            _topics.Add(topic);
        }
    }

    public void Tell(string topic, long version)
    {
        lock (_gate)
        {
            if (!_topics.Contains(topic))
            {
                return;
            }

            _untold[topic] = version;
            Start();
        }
    }

    public void AskToRenew()
    {
        lock (_gate)
        {
            _isAsked = true;
            Start();
        }
    }

    private void Start()
    {
        if (!_isSending)
        {
            _isSending = true;
            _ = SendAsync();
        }
    }

    private async Task SendAsync()
    {
        // Whoever tells holds the lock: nothing is written to a network under it.
        await Task.Yield();
        while (Next() is var (topic, version))
        {
            try
            {
                await (topic is null ? client.SendAsync("renew") : client.SendAsync("changed", topic, version));
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
            {
                // The connection is gone; the hub hears of it and leaves.
            }
        }
    }

    private (string? Topic, long Version)? Next()
    {
        lock (_gate)
        {
            if (_isAsked)
            {
                _isAsked = false;
                return (null, 0);
            }

            foreach (var (topic, version) in _untold)
            {
                _untold.Remove(topic);
                return (topic, version);
            }

            _isSending = false;
            return null;
        }
    }
}
