using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VirtualOffice.Sdk.EndToEnd.Audio;

/// <summary>
/// The caller's mouth and ear: RTP on a port of the test's own. What is heard is exactly what the PBX sends the caller.
/// </summary>
internal sealed class Speaker : IAsyncDisposable
{
    public const int Voice = 440;
    private const int SamplesPerPacket = 160;
    private const byte ALawPayload = 8;
    private const byte KeyPayload = 101;
    private static readonly TimeSpan _packet = TimeSpan.FromMilliseconds(20);

    private readonly UdpClient _socket;
    private readonly CancellationTokenSource _end = new();
    private readonly List<short> _heard = [];
    private readonly Lock _gate = new();
    private readonly Task _listening;
    private Task _speaking = Task.CompletedTask;
    private IPEndPoint? _other;
    private long _sent;
    private volatile bool _silent;
    private Stopwatch _sinceLastPacket = Stopwatch.StartNew();
    private TimeSpan _longestGap;

    public Speaker(int port)
    {
        Port = port;
        _socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
        _listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>How many samples have been heard so far: a mark for <see cref="HeardSince"/>.</summary>
    public int Heard
    {
        get
        {
            lock (_gate)
                return _heard.Count;
        }
    }

    /// <summary>How long the caller has spoken, silence included.</summary>
    public TimeSpan Spoken => _packet * Interlocked.Read(ref _sent);

    /// <summary>The longest time without a packet from the PBX, from <see cref="SpeakTo"/> on.</summary>
    public TimeSpan LongestGap
    {
        get
        {
            lock (_gate)
                return _longestGap;
        }
    }

    /// <summary>Starts to send the tone <see cref="Voice"/>, and goes on until the end.</summary>
    public void SpeakTo(IPEndPoint other)
    {
        lock (_gate)
        {
            _other = other;
            _sinceLastPacket = Stopwatch.StartNew();
            _longestGap = default;
        }

        _speaking = SpeakAsync();
    }

    /// <summary>Sends silence from now on, as a quiet caller does.</summary>
    public void FallSilent() => _silent = true;

    /// <summary>Speaks again.</summary>
    public void SpeakUp() => _silent = false;

    /// <summary>Presses a key (RFC 4733): a start, and the end three times.</summary>
    public async Task PressAsync(char key)
    {
        var number = (byte)"0123456789*#".IndexOf(key, StringComparison.Ordinal);
        byte[]? first = null;
        foreach (var (end, duration) in new[] { (false, 160), (false, 480), (true, 800), (true, 800), (true, 800) })
        {
            var packet = Packet(KeyPayload, 4);

            // One event has one timestamp: another would be another key.
            first ??= packet;
            first.AsSpan(4, 4).CopyTo(packet.AsSpan(4));
            packet[12] = number;
            packet[13] = (byte)(end ? 0x8A : 0x0A);
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(14), (ushort)duration);
            await _socket.SendAsync(packet, _other!, TestContext.Current.CancellationToken);
        }
    }

    public short[] HeardSince(int mark)
    {
        lock (_gate)
            return _heard[Math.Min(mark, _heard.Count)..].ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
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
                if (packet.Buffer.Length > 12 && (packet.Buffer[1] & 0x7F) == ALawPayload)
                    Keep(packet.Buffer.AsSpan(12));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The far port is closed: the PBX has ended the call.
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> codes)
    {
        lock (_gate)
        {
            foreach (var code in codes)
                _heard.Add(ALaw.Decode(code));
            if (_sinceLastPacket.Elapsed > _longestGap)
                _longestGap = _sinceLastPacket.Elapsed;
            _sinceLastPacket.Restart();
        }
    }

    /// <summary>Packets that are due are sent, also those of ticks that a busy machine missed.</summary>
    private async Task SpeakAsync()
    {
        using var timer = new PeriodicTimer(_packet);
        var since = Stopwatch.StartNew();
        try
        {
            for (long due = 0; await timer.WaitForNextTickAsync(_end.Token);)
            {
                for (; due <= since.Elapsed / _packet; due++)
                    await _socket.SendAsync(VoicePacket(), _other!, _end.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The call is over.
        }
    }

    private byte[] VoicePacket()
    {
        var packet = Packet(ALawPayload, SamplesPerPacket);
        for (var i = 0; i < SamplesPerPacket; i++)
            packet[12 + i] = ALaw.Encode(_silent ? (short)0 : Tone.At((_sent * SamplesPerPacket) + i, Voice));
        return packet;
    }

    private byte[] Packet(byte payload, int size)
    {
        var packet = new byte[12 + size];
        packet[0] = 0x80;
        packet[1] = payload;
        var number = Interlocked.Increment(ref _sent);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), (uint)(number * SamplesPerPacket));
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), (uint)Port);
        return packet;
    }
}
