using System.Numerics;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>
/// Deadlines in a hierarchy of wheels of 64 buckets: arming and cancelling is a matter of two links, whatever the number. A bucket of the lowest wheel, 1.6 ms wide, is in order,
/// so that deadlines come in exact order and never early; those further away come nearer as time passes.
/// </summary>
internal sealed class TimingWheel
{
    private const int GranuleBits = 14;
    private const int DigitBits = 6;
    private const int Buckets = 1 << DigitBits;
    private const int Levels = 9;

    private readonly (int First, int Last)[] _buckets = new (int, int)[Levels * Buckets];
    private readonly ulong[] _filled = new ulong[Levels];
    private Timer[] _timers = new Timer[16];
    private int _used;
    private int _free = -1;
    private long _granule;

    /// <summary>There is nothing to take or to bring nearer before this; what was cancelled since may have been the reason.</summary>
    private long _notBefore = long.MaxValue;

    public TimingWheel()
    {
        Array.Fill(_buckets, (-1, -1));
    }

    /// <summary>How many deadlines are armed.</summary>
    public int Count { get; private set; }

    /// <summary>No deadline is due before this, and taking them then brings this forward; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextDue
    {
        get
        {
            var bucket = Earliest(out var start);
            return bucket < 0 ? long.MaxValue : bucket < Buckets ? _timers[_buckets[bucket].First].Due : start << GranuleBits;
        }
    }

    /// <summary>Arms a deadline.</summary>
    /// <param name="due">When.</param>
    /// <param name="owner">Whose; comes back when it is due.</param>
    /// <param name="rank">Decides between deadlines of the same instant; the smallest comes first.</param>
    /// <returns>What cancels it.</returns>
    public int Arm(long due, int owner, long rank)
    {
        var timer = _free;
        if (timer >= 0)
        {
            _free = _timers[timer].Next;
        }
        else
        {
            if (_used == _timers.Length)
            {
                Array.Resize(ref _timers, _used * 2);
            }

            timer = _used++;
        }

        ref var armed = ref _timers[timer];
        (armed.Due, armed.Owner, armed.Rank) = (due, owner, rank);
        Place(timer);
        Count++;
        return timer;
    }

    /// <summary>When an armed deadline is due.</summary>
    public long DueOf(int timer) => _timers[timer].Due;

    public void Cancel(int timer)
    {
        Unlink(timer);
        _timers[timer].Next = _free;
        _free = timer;
        Count--;
    }

    /// <summary>Takes the first deadline that is due.</summary>
    public bool TryTake(long now, out int owner)
    {
        if (now < _notBefore)
        {
            // Nothing lies between here and now, so the hand can go there at once.
            _granule = Math.Max(_granule, now >> GranuleBits);
            owner = -1;
            return false;
        }

        return TryTakeFirst(now, out owner);
    }

    private bool TryTakeFirst(long now, out int owner)
    {
        while (true)
        {
            var bucket = Earliest(out var start);
            if (bucket < 0 || start > now >> GranuleBits)
            {
                _granule = Math.Max(_granule, now >> GranuleBits);
                _notBefore = bucket < 0 ? long.MaxValue : start << GranuleBits;
                owner = -1;
                return false;
            }

            _granule = Math.Max(_granule, start);
            if (bucket >= Buckets)
            {
                BringNearer(bucket);
                continue;
            }

            var first = _buckets[bucket].First;
            if (_timers[first].Due > now)
            {
                _notBefore = _timers[first].Due;
                owner = -1;
                return false;
            }

            owner = _timers[first].Owner;
            Cancel(first);
            return true;
        }
    }

    private int Earliest(out long start)
    {
        if (Count == 0)
        {
            start = 0;
            return -1;
        }

        var level = 0;
        while (_filled[level] == 0)
        {
            level++;
        }

        var digit = BitOperations.TrailingZeroCount(_filled[level]);
        var shift = level * DigitBits;
        var above = shift + DigitBits >= 64 ? 0 : _granule >> (shift + DigitBits) << (shift + DigitBits);
        start = above | ((long)digit << shift);
        return (level * Buckets) + digit;
    }

    private void BringNearer(int bucket)
    {
        var timer = _buckets[bucket].First;
        _buckets[bucket] = (-1, -1);
        Empty(bucket);
        while (timer >= 0)
        {
            var next = _timers[timer].Next;
            Place(timer);
            timer = next;
        }
    }

    private void Place(int timer)
    {
        ref var placed = ref _timers[timer];
        var granule = Math.Max(placed.Due >> GranuleBits, _granule);
        var different = (ulong)(granule ^ _granule);
        var level = different == 0 ? 0 : BitOperations.Log2(different) / DigitBits;
        var digit = (int)(granule >> (level * DigitBits)) & (Buckets - 1);
        var bucket = (level * Buckets) + digit;
        var shift = level * DigitBits;
        _notBefore = Math.Min(_notBefore, level == 0 ? placed.Due : granule >> shift << shift << GranuleBits);
        placed.Bucket = bucket;
        _filled[level] |= 1UL << digit;
        ref var ends = ref _buckets[bucket];
        var before = ends.Last;
        if (level == 0)
        {
            while (before >= 0 && Precedes(placed, _timers[before]))
            {
                before = _timers[before].Previous;
            }
        }

        var after = before < 0 ? ends.First : before == ends.Last ? -1 : _timers[before].Next;
        (placed.Previous, placed.Next) = (before, after);
        if (before < 0)
        {
            ends.First = timer;
        }
        else
        {
            _timers[before].Next = timer;
        }

        if (after < 0)
        {
            ends.Last = timer;
        }
        else
        {
            _timers[after].Previous = timer;
        }
    }

    private void Unlink(int timer)
    {
        ref var unlinked = ref _timers[timer];
        ref var ends = ref _buckets[unlinked.Bucket];
        if (unlinked.Previous < 0)
        {
            ends.First = unlinked.Next;
        }
        else
        {
            _timers[unlinked.Previous].Next = unlinked.Next;
        }

        if (unlinked.Next < 0)
        {
            ends.Last = unlinked.Previous;
        }
        else
        {
            _timers[unlinked.Next].Previous = unlinked.Previous;
        }

        if (ends.First < 0)
        {
            Empty(unlinked.Bucket);
        }
    }

    private void Empty(int bucket) => _filled[bucket >> DigitBits] &= ~(1UL << (bucket & (Buckets - 1)));

    private static bool Precedes(in Timer a, in Timer b) => a.Due != b.Due ? a.Due < b.Due : a.Rank < b.Rank;

    private struct Timer
    {
        public long Due;
        public long Rank;
        public int Owner;
        public int Next;
        public int Previous;
        public int Bucket;
    }
}
