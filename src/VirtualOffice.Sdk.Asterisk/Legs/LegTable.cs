using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The living legs by channel. It outlives connections: what the PBX no longer has after one is taken out then.</summary>
internal sealed class LegTable
{
    private readonly ConcurrentDictionary<string, AsteriskLeg> _legs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AsteriskLeg>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly string _pbx;

    public LegTable(string pbx)
    {
        _pbx = pbx;
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

    public void Remove(AsteriskLeg leg) => _legs.TryRemove(KeyValuePair.Create(leg.Channel, leg));
}
