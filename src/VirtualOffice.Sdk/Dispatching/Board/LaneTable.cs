using System.Numerics;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>All lanes: the callers of a company who need the same skills, in a line for each band.</summary>
internal sealed class LaneTable(CallTable calls, BandKeys keys)
{
    private readonly int _bandsEach = keys.Count;
    private readonly List<SkillLevel[]> _skills = [];
    private Lane[] _lanes = new Lane[16];
    private LaneBand[] _bands = new LaneBand[16 * keys.Count];

    public int Count { get; private set; }

    public ref Lane this[int lane] => ref _lanes[lane];

    public SkillLevel[] SkillsOf(int lane) => _skills[lane];

    /// <summary>The first call of a band; −1 for none.</summary>
    public int FirstOf(int lane, int band) => _bands[(lane * _bandsEach) + band].First;

    public int Open(BoardCompany company, SkillLevel[] skills)
    {
        if (Count == _lanes.Length)
        {
            Array.Resize(ref _lanes, Count * 2);
            Array.Resize(ref _bands, Count * 2 * _bandsEach);
        }

        _lanes[Count] = new Lane { Company = company, Head = -1, HeadKey = long.MaxValue };
        Adopt(company, Count);
        _bands.AsSpan(Count * _bandsEach, _bandsEach).Fill(LaneBand.Empty);
        _skills.Add(skills);
        return Count++;
    }

    /// <summary>Keeps the company's policy at hand.</summary>
    public void Adopt(BoardCompany company, int lane) => (_lanes[lane].Rules, _lanes[lane].WrapUp) = (company.Rules, company.WrapUp);

    /// <summary>Takes a newcomer into its lane, who usually is the last.</summary>
    public void Append(int slot)
    {
        ref var call = ref calls[slot];
        ref var band = ref BandOf(call);
        var before = band.Last;
        if (call.EnqueuedAt > band.Latest)
        {
            band.Latest = call.EnqueuedAt;
        }
        else
        {
            while (before >= 0 && Precedes(call, calls[before]))
            {
                before = calls[before].Previous;
            }
        }

        Link(slot, before, before < 0 ? band.First : before == band.Last ? -1 : calls[before].Next);
    }

    /// <summary>Takes back a call that was offered, which usually is the first again.</summary>
    public void Return(int slot)
    {
        ref var call = ref calls[slot];
        var (before, after) = (-1, BandOf(call).First);
        while (after >= 0 && Precedes(calls[after], call))
        {
            (before, after) = (after, calls[after].Next);
        }

        BandOf(call).Latest = Math.Max(BandOf(call).Latest, call.EnqueuedAt);
        Link(slot, before, after);
    }

    public void Remove(int slot)
    {
        ref var call = ref calls[slot];
        ref var band = ref BandOf(call);
        var (before, after) = (call.Previous, call.Next);
        if (before < 0)
        {
            SetFirst(ref band, after);
        }
        else
        {
            calls[before].Next = after;
        }

        if (after < 0)
        {
            band.Last = before;
        }
        else
        {
            calls[after].Previous = before;
        }

        (call.Next, call.Previous) = (-1, -1);
        ref var lane = ref _lanes[call.Lane];
        lane.Company.Waiting--;
        if (band.First < 0)
        {
            lane.Bands &= ~(1u << call.Band);
        }

        if (slot == lane.Head)
        {
            FindHead(ref lane, call.Lane);
        }
    }

    private void Link(int slot, int before, int after)
    {
        ref var call = ref calls[slot];
        ref var band = ref BandOf(call);
        (call.Previous, call.Next) = (before, after);
        if (after < 0)
        {
            band.Last = slot;
        }
        else
        {
            calls[after].Previous = slot;
        }

        ref var lane = ref _lanes[call.Lane];
        lane.Company.Waiting++;
        if (before >= 0)
        {
            calls[before].Next = slot;
            return;
        }

        SetFirst(ref band, slot);
        lane.Bands |= 1u << call.Band;
        FindHead(ref lane, call.Lane);
    }

    private ref LaneBand BandOf(in CallSlot call) => ref _bands[(call.Lane * _bandsEach) + call.Band];

    private void SetFirst(ref LaneBand band, int slot) => (band.First, band.FirstKey) = (slot, slot < 0 ? long.MaxValue : keys.KeyOf(calls[slot]));

    private void FindHead(ref Lane lane, int index)
    {
        var (head, headKey) = (-1, long.MaxValue);
        for (var left = lane.Bands; left != 0; left &= left - 1)
        {
            ref var band = ref _bands[(index * _bandsEach) + BitOperations.TrailingZeroCount(left)];
            if (head < 0 || band.FirstKey < headKey || (band.FirstKey == headKey && calls[band.First].Sequence < calls[head].Sequence))
            {
                (head, headKey) = (band.First, band.FirstKey);
            }
        }

        (lane.Head, lane.HeadKey) = (head, headKey);
    }

    /// <summary>Whether the one is before the other in the line of a band.</summary>
    private static bool Precedes(in CallSlot call, in CallSlot other) =>
        call.EnqueuedAt != other.EnqueuedAt ? call.EnqueuedAt < other.EnqueuedAt : call.Sequence < other.Sequence;
}
