using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using VirtualOffice.Sdk.EndToEnd.Audio;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>A mouth and an ear: A-law over RTP. Speaks all the time, in a tone or in silence, as telephones do.</summary>
internal sealed class Voice : IAsyncDisposable
{
    private const int SamplesPerPacket = 160;
    private static readonly TimeSpan Packet = TimeSpan.FromMilliseconds(20);

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _end = new();
    private readonly List<short> _heard = [];
    private readonly Lock _gate = new();
    private readonly int _pitch;
    private readonly Task _listening;
    private Task _speaking = Task.CompletedTask;
    private long _silentFrom;

    public Voice(int pitch)
    {
        (_pitch, Port) = (pitch, ((IPEndPoint)_socket.Client.LocalEndPoint!).Port);
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>Sends no packets at all, as a phone that is on hold, or whose owner muted it, may do.</summary>
    public bool SendsNothing { get; set; }

    /// <summary>The last part of what was heard.</summary>
    public short[] Last(TimeSpan time)
    {
        lock (_gate)
        {
            return [.. _heard.TakeLast((int)(time.TotalSeconds * Tone.SampleRate))];
        }
    }

    public int Heard
    {
        get
        {
            lock (_gate)
            {
                return _heard.Count;
            }
        }
    }

    public void SpeakTo(IPEndPoint other) => _speaking = SpeakAsync(other);

    /// <summary>The tone from now on, for a time.</summary>
    public void Speak(TimeSpan time) => Volatile.Write(ref _silentFrom, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));

    public void Stop() => _end.Cancel();

    public async ValueTask DisposeAsync()
    {
        // Nobody is at the socket any more when it goes: a UdpClient does not say so if it goes under somebody.
        Stop();
        await Task.WhenAll(_listening, _speaking);
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var packet = await _socket.ReceiveAsync(_end.Token);
                if (packet.Buffer.Length > 12 && (packet.Buffer[1] & 0x7F) == 8)
                {
                    lock (_gate)
                    {
                        _heard.AddRange(packet.Buffer.AsSpan(12).ToArray().Select(ALaw.Decode));
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The far port is closed: the call is over there.
            }
        }
    }

    private async Task SpeakAsync(IPEndPoint other)
    {
        using var timer = new PeriodicTimer(Packet);
        var since = Stopwatch.StartNew();
        try
        {
            for (long sent = 0; await timer.WaitForNextTickAsync(_end.Token);)
            {
                for (; sent <= since.Elapsed / Packet; sent++)
                {
                    if (SendsNothing)
                    {
                        continue;
                    }

                    await _socket.SendAsync(PacketAt(sent), other, _end.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The call is over.
        }
    }

    private byte[] PacketAt(long number)
    {
        var packet = new byte[12 + SamplesPerPacket];
        (packet[0], packet[1]) = (0x80, 8);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), (uint)(number * SamplesPerPacket));
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), (uint)Port);
        var speaks = Stopwatch.GetTimestamp() < Volatile.Read(ref _silentFrom);
        for (var i = 0; i < SamplesPerPacket; i++)
        {
            packet[12 + i] = ALaw.Encode(speaks ? Tone.At((number * SamplesPerPacket) + i, _pitch) : (short)0);
        }

        return packet;
    }
}
