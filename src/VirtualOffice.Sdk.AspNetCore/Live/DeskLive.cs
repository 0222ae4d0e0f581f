using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>
/// Tells browsers that something they show is out of date. What is sent is only a topic and its version: a hint to read the snapshot anew.
/// A browser that reads slowly costs one message at a time and one version per topic, however much happens.
/// </summary>
internal sealed class DeskLive(IHubContext<DeskHub> hub, OfficeRuntime runtime)
{
    private readonly ConcurrentDictionary<string, DeskConnection> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, DeskConnection>> _listeners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _versions = new(StringComparer.Ordinal);

    // Versions of a host that was restarted go on above those of before.
    private readonly long _base = runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public long VersionOf(string topic) => _versions.GetValueOrDefault(topic, _base);

    public void Join(string connection, string topic)
    {
        var joined = _connections.GetOrAdd(connection, id => new DeskConnection(hub.Clients.Client(id)));
        joined.Join(topic);
        _listeners.GetOrAdd(topic, _ => new(StringComparer.Ordinal))[connection] = joined;
        joined.Tell(topic, VersionOf(topic));
    }

    public void Leave(string connection)
    {
        foreach (var topic in _connections.TryRemove(connection, out var left) ? left.Topics : [])
        {
            _listeners[topic].TryRemove(connection, out _);
        }
    }

    /// <summary>Something of the topic is another; the new version.</summary>
    public long Publish(string topic)
    {
        var version = _versions.AddOrUpdate(topic, _base + 1, (_, v) => v + 1);
        if (_listeners.TryGetValue(topic, out var listeners))
        {
            foreach (var (_, connection) in listeners)
            {
                connection.Tell(topic, version);
            }
        }

        return version;
    }

    /// <summary>Everything may be another.</summary>
    public void PublishAll()
    {
        foreach (var topic in _listeners.Keys)
        {
            Publish(topic);
        }
    }

    public void AskToRenew()
    {
        foreach (var connection in _connections.Values)
        {
            connection.AskToRenew();
        }
    }
}
