using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The living legs by channel. It outlives connections: what the PBX no longer has after one is taken out then.</summary>
internal sealed class LegTable
{
    /// <summary>A channel whose end was told goes on for a moment in Asterisk's lists; it must not come to life again from there.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AsteriskLeg> _legs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _ended = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _endings = new();
    private readonly ConcurrentDictionary<string, AsteriskLeg>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly string _pbx;
    private readonly TimeProvider _clock;

    public LegTable(string pbx, TimeProvider clock)
    {
        (_pbx, _clock) = (pbx, clock);
        _byText = _legs.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<AsteriskLeg> All => _legs.Values;

    public AsteriskLeg? Find(string channel) => _legs.GetValueOrDefault(channel);

    public bool TryFind(ReadOnlySpan<char> channel, [NotNullWhen(true)] out AsteriskLeg? leg) => _byText.TryGetValue(channel, out leg);

    /// <summary>Takes in a leg; the one that is there already when there is one.</summary>
    public AsteriskLeg Add(string channel, LegTag? tag, out bool isNew)
    {
        var made = new AsteriskLeg(new LegId(_pbx, channel), tag);
        var kept = _legs.GetOrAdd(channel, made);
        isNew = ReferenceEquals(made, kept);
        return kept;
    }

    public void Remove(AsteriskLeg leg)
    {
        if (_legs.TryRemove(KeyValuePair.Create(leg.Channel, leg)))
        {
            _ended[leg.Channel] = _clock.GetTimestamp();
            _endings.Enqueue(leg.Channel);
            while (_endings.TryPeek(out var oldest) && (!_ended.TryGetValue(oldest, out var at) || _clock.GetElapsedTime(at) > Remembered) && _endings.TryDequeue(out oldest))
            {
                _ended.TryRemove(oldest, out _);
            }
        }
    }

    /// <summary>Whether the leg's end was told a short time ago.</summary>
    public bool HasEnded(string channel) => _ended.ContainsKey(channel) && !_legs.ContainsKey(channel);
}
