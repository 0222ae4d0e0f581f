using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The stream of events as whole messages, handed over by the reader's own thread. Pings tell a silent peer from a quiet one.</summary>
internal sealed class AriSocket(string pbx, AriAddress address, AsteriskOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>An event is a few kilobytes; what is longer is read past and counted.</summary>
    public const int MaxMessage = 1024 * 1024;

    private readonly ClientWebSocket _socket = new();

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("Authorization", address.Authorization);
        _socket.Options.KeepAliveInterval = options.HeartbeatInterval;
        _socket.Options.KeepAliveTimeout = options.HeartbeatInterval;
        _socket.Options.Proxy = null;
        _socket.Options.CollectHttpResponseDetails = true;
        using var limit = new CancellationTokenSource(options.CommandTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _socket.ConnectAsync(address.Events, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{pbx}' did not open its events within {options.CommandTimeout.TotalSeconds} s.", e);
        }
        catch (WebSocketException e) when (_socket.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new TelephonyException(TelephonyError.AccessDenied, $"Asterisk '{pbx}' refused its events with {(int)_socket.HttpStatusCode}: check User and Password.", e);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or SocketException)
        {
            throw new TelephonyException(TelephonyError.Unavailable, $"Asterisk '{pbx}' did not open its events: {e.Message}", e);
        }
    }

    /// <summary>Reads until the connection ends, and returns why. An empty message stands for one that was too long.</summary>
    public async Task<string> ReadAsync(Action<ReadOnlyMemory<byte>> onMessage, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            var length = 0;
            var isTooLong = false;
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return $"Asterisk closed the events: {_socket.CloseStatusDescription ?? _socket.CloseStatus?.ToString() ?? "no reason given"}";
                }

                length = isTooLong ? 0 : length + part.Count;
                if (part.EndOfMessage)
                {
                    onMessage(isTooLong ? ReadOnlyMemory<byte>.Empty : buffer.AsMemory(0, length));
                    (length, isTooLong) = (0, false);
                }
                else if (length >= MaxMessage)
                {
                    (length, isTooLong) = (0, true);
                }
                else if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
        {
            return $"the events broke off: {e.Message}";
        }
        catch (OperationCanceledException e)
        {
            // The heartbeat aborts a silent connection by cancelling what waits for it.
            return cancellationToken.IsCancellationRequested ? "disconnecting" : $"no sign of life: {e.Message}";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Grow(byte[] buffer)
    {
        var grown = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(grown, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }
}
