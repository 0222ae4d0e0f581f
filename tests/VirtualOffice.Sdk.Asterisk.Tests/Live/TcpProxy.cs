using System.Net;
using System.Net.Sockets;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>A cable between the provider and Asterisk that can be cut and can go deaf. Asterisk does not notice a cut: it keeps its end, as over a network that broke.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<(TcpClient Client, TcpClient Server)> _links = [];
    private readonly Lock _gate = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _isCut;
    private volatile bool _isDeaf;
    private volatile bool _losesAnswers;
    private volatile int _refused;

    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were tried while it was cut.</summary>
    public int Refused => _refused;

    /// <summary>The provider's connections break, and new ones break at once.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var (client, _) in Links())
        {
            client.Client.Close(0);
        }
    }

    /// <summary>What is sent vanishes, and nobody is told.</summary>
    public void GoDeaf() => _isDeaf = true;

    /// <summary>Requests get there and are carried out, and nobody hears of it but through events.</summary>
    public void LoseAnswers() => _losesAnswers = true;

    /// <summary>Whole again, for new connections.</summary>
    public void Mend() => (_isCut, _isDeaf, _losesAnswers) = (false, false, false);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        foreach (var (client, server) in Links())
        {
            client.Dispose();
            server.Dispose();
        }

        await _accepting;
        _end.Dispose();
    }

    private List<(TcpClient Client, TcpClient Server)> Links()
    {
        lock (_gate)
        {
            return [.. _links];
        }
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                if (_isCut)
                {
                    client.Client.Close(0);
                    _refused++;
                    continue;
                }

                var server = new TcpClient { NoDelay = true };
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
                lock (_gate)
                {
                    _links.Add((client, server));
                }

                var link = new Link();
                _ = PumpAsync(client, server, link, isAnswer: false);
                _ = PumpAsync(server, client, link, isAnswer: true);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Asterisk is not there: the provider's connection is closed with the next.
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Link link, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                link.IsEvents |= !isAnswer && buffer.AsSpan(0, read).StartsWith("GET /ari/events"u8);
                if (!_isDeaf && !(_losesAnswers && isAnswer && !link.IsEvents))
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
                }
            }

            if (!_isCut && !_isDeaf)
            {
                to.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; a cut cable lets the other live on.
        }
    }

    private sealed class Link
    {
        public volatile bool IsEvents;
    }
}
