using System.Numerics;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The callers of a company who need the same skills, in a line for each band; and the idle operators who serve them, ring by ring.</summary>
internal sealed class Lane
{
    private readonly CallTable _calls;
    private readonly BandKeys _keys;
    private readonly int[] _first;
    private readonly int[] _last;

    public Lane(int index, BoardCompany company, SkillLevel[] skills, CallTable calls, BandKeys keys)
    {
        (Index, Company, Skills, _calls, _keys) = (index, company, skills, calls, keys);
        (_first, _last) = (new int[keys.Count], new int[keys.Count]);
        Array.Fill(_first, -1);
        Array.Fill(_last, -1);
    }

    public int Index { get; }

    public BoardCompany Company { get; }

    public SkillLevel[] Skills { get; }

    /// <summary>Who is idle, by ring; empty where nobody ever sat.</summary>
    public IdleOperators?[] Idle { get; } = new IdleOperators?[BoardOptions.MaxRings];

    /// <summary>Rings from this one on have nobody.</summary>
    public int Rings { get; set; }

    /// <summary>The first call of all bands; −1 when nobody waits.</summary>
    public int Head { get; private set; } = -1;

    /// <summary>The head's static key.</summary>
    public long HeadKey { get; private set; } = long.MaxValue;

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>The bands that have somebody, a bit each.</summary>
    public uint Bands { get; private set; }

    public int FirstOf(int band) => _first[band];

    /// <summary>Takes a newcomer, who usually is the last.</summary>
    public void Append(int slot)
    {
        ref var call = ref _calls[slot];
        var before = _last[call.Band];
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
        var (before, after) = (-1, _first[call.Band]);
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
            _first[call.Band] = call.Next;
        }
        else
        {
            _calls[call.Previous].Next = call.Next;
        }

        if (call.Next < 0)
        {
            _last[call.Band] = call.Previous;
        }
        else
        {
            _calls[call.Next].Previous = call.Previous;
        }

        if (_first[call.Band] < 0)
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
        var after = before < 0 ? _first[call.Band] : _calls[before].Next;
        (call.Previous, call.Next) = (before, after);
        if (before < 0)
        {
            _first[call.Band] = slot;
        }
        else
        {
            _calls[before].Next = slot;
        }

        if (after < 0)
        {
            _last[call.Band] = slot;
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

    private void FindHead()
    {
        (Head, HeadKey) = (-1, long.MaxValue);
        for (var bands = Bands; bands != 0; bands &= bands - 1)
        {
            var first = _first[BitOperations.TrailingZeroCount(bands)];
            var key = _keys.KeyOf(_calls[first]);
            if (Head < 0 || key < HeadKey || (key == HeadKey && _calls[first].Sequence < _calls[Head].Sequence))
            {
                (Head, HeadKey) = (first, key);
            }
        }
    }

    /// <summary>Whether the one is before the other in the line of a band.</summary>
    private static bool Precedes(in CallSlot call, in CallSlot other) =>
        call.EnqueuedAt != other.EnqueuedAt ? call.EnqueuedAt < other.EnqueuedAt : call.Sequence < other.Sequence;
}
