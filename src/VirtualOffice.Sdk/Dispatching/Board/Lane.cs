using System.Numerics;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The callers of a company who need the same skills, in a line for each band; and the idle operators who serve them, ring by ring.</summary>
internal sealed class Lane
{
    private readonly CallTable _calls;
    private readonly BandKeys _keys;
    private readonly LaneHeads _heads;

    private readonly LaneBand[] _bands;

    public Lane(int index, BoardCompany company, SkillLevel[] skills, CallTable calls, BandKeys keys, LaneHeads heads)
    {
        (Index, Company, Skills, _calls, _keys, _heads) = (index, company, skills, calls, keys, heads);
        _bands = new LaneBand[keys.Count];
        Array.Fill(_bands, new LaneBand(-1, -1, long.MaxValue));
        heads.Add(index);
    }

    public int Index { get; }

    public BoardCompany Company { get; }

    public SkillLevel[] Skills { get; }

    /// <summary>Who is idle, by ring; empty where nobody ever sat.</summary>
    public IdleOperators?[] Idle { get; } = new IdleOperators?[BoardOptions.MaxRings];

    /// <summary>Rings from this one on have nobody.</summary>
    public int Rings { get; set; }

    /// <summary>The first call of all bands; −1 when nobody waits.</summary>
    public int Head => _heads[Index].Slot;

    /// <summary>The head's static key.</summary>
    public long HeadKey => _heads[Index].Key;

    /// <summary>How many idle operators it has, in all rings.</summary>
    public int Standing { get; set; }

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>The bands that have somebody, a bit each.</summary>
    public uint Bands { get; private set; }

    public int FirstOf(int band) => _bands[band].First;

    /// <summary>Takes a newcomer, who usually is the last.</summary>
    public void Append(int slot)
    {
        ref var call = ref _calls[slot];
        var before = _bands[call.Band].Last;
        while (before >= 0 && Precedes(call, _calls[before]))
        {
            before = _calls[before].Previous;
        }

        Link(slot, before);
    }

    /// <summary>Takes back a call that was offered, which usually is the first again.</summary>
    public void Return(int slot)
    {
        ref var call = ref _calls[slot];
        var (before, after) = (-1, _bands[call.Band].First);
        while (after >= 0 && Precedes(_calls[after], call))
        {
            (before, after) = (after, _calls[after].Next);
        }

        Link(slot, before);
    }

    public void Remove(int slot)
    {
        ref var call = ref _calls[slot];
        if (call.Previous < 0)
        {
            SetFirst(call.Band, call.Next);
        }
        else
        {
            _calls[call.Previous].Next = call.Next;
        }

        if (call.Next < 0)
        {
            _bands[call.Band].Last = call.Previous;
        }
        else
        {
            _calls[call.Next].Previous = call.Previous;
        }

        if (_bands[call.Band].First < 0)
        {
            Bands &= ~(1u << call.Band);
        }

        (call.Next, call.Previous) = (-1, -1);
        Count--;
        Company.Waiting--;
        if (slot == Head)
        {
            FindHead();
        }
    }

    private void Link(int slot, int before)
    {
        ref var call = ref _calls[slot];
        var after = before < 0 ? _bands[call.Band].First : _calls[before].Next;
        (call.Previous, call.Next) = (before, after);
        if (before < 0)
        {
            SetFirst(call.Band, slot);
        }
        else
        {
            _calls[before].Next = slot;
        }

        if (after < 0)
        {
            _bands[call.Band].Last = slot;
        }
        else
        {
            _calls[after].Previous = slot;
        }

        Bands |= 1u << call.Band;
        Count++;
        Company.Waiting++;
        if (before < 0)
        {
            FindHead();
        }
    }

    private void SetFirst(int band, int slot)
    {
        ref var changed = ref _bands[band];
        (changed.First, changed.FirstKey) = (slot, slot < 0 ? long.MaxValue : _keys.KeyOf(_calls[slot]));
    }

    private void FindHead()
    {
        var head = LaneHead.None;
        for (var bands = Bands; bands != 0; bands &= bands - 1)
        {
            ref var band = ref _bands[BitOperations.TrailingZeroCount(bands)];
            if (head.Slot < 0 || band.FirstKey < head.Key || (band.FirstKey == head.Key && _calls[band.First].Sequence < _calls[head.Slot].Sequence))
            {
                head = new LaneHead(band.First, band.FirstKey);
            }
        }

        _heads[Index] = head;
    }

    /// <summary>Whether the one is before the other in the line of a band.</summary>
    private static bool Precedes(in CallSlot call, in CallSlot other) =>
        call.EnqueuedAt != other.EnqueuedAt ? call.EnqueuedAt < other.EnqueuedAt : call.Sequence < other.Sequence;
}
