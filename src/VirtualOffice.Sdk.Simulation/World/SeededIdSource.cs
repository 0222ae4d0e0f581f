using System.Buffers.Binary;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Makes UUIDs version 7 from a clock and a seed, so that a run makes the same ids each time.</summary>
/// <remarks>Ids of one source sort strictly in the order they were made, also within a millisecond and when the clock was set back. Safe for concurrent use.</remarks>
public sealed class SeededIdSource : IIdSource
{
    private const int CounterBits = 12;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private ulong _last;

    /// <summary>Creates the source.</summary>
    public SeededIdSource(TimeProvider clock, int seed)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _random = new Random(seed);
    }

    /// <inheritdoc/>
    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
        {
            // 48 bits of milliseconds and the 12 bits below them are one counter that never goes back (RFC 9562, 6.2, method 1).
            var now = (ulong)_clock.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
            _last = Math.Max(now, _last + 1);
            BinaryPrimitives.WriteUInt64BigEndian(bytes, ((_last >> CounterBits) << 16) | 0x7000 | (_last & 0xFFF));
            BinaryPrimitives.WriteInt64BigEndian(bytes[8..], _random.NextInt64());
        }

        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
