using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>A SIP telephone on a UDP port of this machine: calls, is called, and lets a test decide what it does. As much of RFC 3261 as Asterisk needs of it.</summary>
internal sealed class SipEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan PatienceForPort = TimeSpan.FromMinutes(1);

    private readonly UdpClient _socket;
    private readonly ConcurrentDictionary<string, SipCall> _calls = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _listening;

    public SipEndpoint(int port, int pitch)
    {
        _socket = Open(port);
        Port = ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;
        Pitch = pitch;
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>The tone that everybody here speaks in.</summary>
    public int Pitch { get; }

    /// <summary>What is done with a call that comes in. By default it is not answered in any way, as a phone that is switched off.</summary>
    public Func<SipCall, Task> OnCall { get; set; } = _ => Task.CompletedTask;

    /// <summary>Calls that came in, since the last <see cref="Forget"/>.</summary>
    public int Received { get; private set; }

    public void Forget() => Received = 0;

    /// <summary>Calls somebody.</summary>
    /// <param name="pbx">The PBX's SIP port.</param>
    /// <param name="dialled">The number dialled.</param>
    /// <param name="from">The whole value of From, without its tag.</param>
    public SipCall Call(int pbx, string dialled, string from)
    {
        var call = SipCall.Outgoing(this, new IPEndPoint(IPAddress.Loopback, pbx), dialled, from);
        _calls[call.CallId] = call;
        call.Begin();
        return call;
    }

    public async Task SendAsync(SipMessage message, IPEndPoint to)
    {
        try
        {
            await _socket.SendAsync(message.ToBytes(), to, _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over, or the PBX is not there.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(_calls.Values.Select(call => call.DisposeAsync().AsTask()));
        }
        finally
        {
            await _end.CancelAsync();
            await _listening;
            _socket.Dispose();
            _end.Dispose();
        }
    }

    /// <summary>The port is this run's own, and is free as soon as the telephone of the test before has let go of it.</summary>
    private static UdpClient Open(int port)
    {
        UdpClient? socket = null;
        SocketException? why = null;
        return SpinWait.SpinUntil(TryOpen, PatienceForPort) ? socket! : throw new InvalidOperationException($"UDP port {port} of this machine could not be opened in {PatienceForPort}.", why);

        bool TryOpen()
        {
            try
            {
                socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
                return true;
            }
            catch (SocketException e)
            {
                why = e;
                return false;
            }
        }
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var datagram = await _socket.ReceiveAsync(_end.Token);
                await ReceiveAsync(SipMessage.Parse(datagram.Buffer), datagram.RemoteEndPoint);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The far port is closed.
            }
        }
    }

    private async Task ReceiveAsync(SipMessage message, IPEndPoint from)
    {
        if (_calls.TryGetValue(message.CallId, out var call))
        {
            await call.ReceiveAsync(message);
        }
        else if (message.Method == "INVITE")
        {
            call = SipCall.Incoming(this, from, message);
            _calls[call.CallId] = call;
            Received++;
            _ = OnCall(call);
        }
        else if (message.Status == 0 && message.Method != "ACK")
        {
            await SendAsync(SipReply.To(message, 200, "end", null), from);
        }
    }
}
