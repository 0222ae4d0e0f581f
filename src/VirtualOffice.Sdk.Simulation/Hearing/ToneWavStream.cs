using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A WAV file of 8,000 samples a second, 16 bits, one channel: a tone where something is to be heard, and digital silence elsewhere. Its bytes are made as they are read.</summary>
internal sealed class ToneWavStream : Stream
{
    public const int SamplesPerSecond = 8000;
    private const int HeaderBytes = 44;
    private const int BytesPerSample = 2;
    private const int ToneHertz = 400;
    private const double Amplitude = 8000;

    // One second of the tone; 400 Hz begins anew with every second.
    private static readonly byte[] Tone = MakeTone();

    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly List<(long From, long To)> _tones;

    /// <param name="duration">The file's length in time, cut to whole samples.</param>
    /// <param name="tones">When the tone sounds, ordered by their beginnings.</param>
    public ToneWavStream(TimeSpan duration, IEnumerable<(TimeSpan From, TimeSpan To)> tones)
    {
        var dataBytes = Samples(duration) * BytesPerSample;
        Length = HeaderBytes + dataBytes;
        _tones = [.. tones.Select(tone => (Samples(tone.From), Samples(tone.To)))];
        "RIFF"u8.CopyTo(_header);
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(4), (uint)(Length - 8));
        "WAVEfmt "u8.CopyTo(_header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(24), SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(28), SamplesPerSecond * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(32), BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(34), 8 * BytesPerSample);
        "data"u8.CopyTo(_header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(40), (uint)dataBytes);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Clamp(Length - Position, 0, buffer.Length);
        for (var done = 0; done < count;)
        {
            done += Fill(buffer[done..count], Position + done);
        }

        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static long Samples(TimeSpan time) => time.Ticks * SamplesPerSecond / TimeSpan.TicksPerSecond;

    /// <summary>Fills the beginning of a buffer as far as one kind of content goes; returns how far that was.</summary>
    private int Fill(Span<byte> buffer, long position)
    {
        if (position < HeaderBytes)
        {
            var header = _header.AsSpan((int)position);
            header[..Math.Min(header.Length, buffer.Length)].CopyTo(buffer);
            return Math.Min(header.Length, buffer.Length);
        }

        var data = position - HeaderBytes;
        var (isTone, until) = ContentAt(data / BytesPerSample);
        var run = buffer[..(int)Math.Min(buffer.Length, (until * BytesPerSample) - data)];
        if (!isTone)
        {
            run.Clear();
            return run.Length;
        }

        var tone = Tone.AsSpan((int)(data % Tone.Length));
        var count = Math.Min(run.Length, tone.Length);
        tone[..count].CopyTo(run);
        return count;
    }

    /// <summary>Whether a sample belongs to a tone, and until which sample that stays so at least.</summary>
    private (bool IsTone, long Until) ContentAt(long sample)
    {
        foreach (var (from, to) in _tones)
        {
            if (from > sample)
            {
                return (false, from);
            }

            if (sample < to)
            {
                return (true, to);
            }
        }

        return (false, long.MaxValue / BytesPerSample);
    }

    private static byte[] MakeTone()
    {
        var bytes = new byte[SamplesPerSecond * BytesPerSample];
        for (var i = 0; i < SamplesPerSecond; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * BytesPerSample), (short)Math.Round(Amplitude * Math.Sin(2 * Math.PI * i * ToneHertz / SamplesPerSecond)));
        }

        return bytes;
    }
}
