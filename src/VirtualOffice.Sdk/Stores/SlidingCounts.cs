namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// How many of each kind there are since a moment. The counts of the moment last asked for are kept, and move on with it: who asks for the last day every few seconds has only the difference counted.
/// </summary>
internal sealed class SlidingCounts(int kinds)
{
    private readonly List<Counted> _byTime = [];
    private readonly long[] _counts = new long[kinds];
    private DateTimeOffset _since;
    private int _before;

    /// <summary>Adds one, which usually is the latest.</summary>
    public Counted Add(DateTimeOffset at, int kind)
    {
        var place = _byTime.Count;
        while (place > 0 && _byTime[place - 1].At > at)
        {
            place--;
        }

        var added = new Counted(at, kind);
        _byTime.Insert(place, added);
        Count(added, 1);
        return added;
    }

    public void Change(Counted counted, int kind)
    {
        Count(counted, -1);
        counted.Kind = kind;
        Count(counted, 1);
    }

    public void Remove(Counted counted)
    {
        _byTime.RemoveAt(_byTime.LastIndexOf(counted));
        Count(counted, -1);
    }

    /// <summary>The counts of those at this moment and later, by kind; good until the next call.</summary>
    public ReadOnlySpan<long> Since(DateTimeOffset moment)
    {
        for (; _before < _byTime.Count && _byTime[_before].At < moment; _before++)
        {
            _counts[_byTime[_before].Kind]--;
        }

        for (; _before > 0 && _byTime[_before - 1].At >= moment; _before--)
        {
            _counts[_byTime[_before - 1].Kind]++;
        }

        _since = moment;
        return _counts;
    }

    private void Count(Counted counted, int change)
    {
        if (counted.At < _since)
        {
            _before += change;
        }
        else
        {
            _counts[counted.Kind] += change;
        }
    }
}
