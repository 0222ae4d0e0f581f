namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>Counts calls by the interval in which they came.</summary>
internal static class IntervalTally
{
    public static IReadOnlyList<IntervalView> Count(IEnumerable<OfferedCall> calls, DateTimeOffset from, DateTimeOffset now, TimeSpan interval, TimeSpan threshold)
    {
        var counts = new Counts[now < from ? 0 : (int)((now - from) / interval) + 1];
        foreach (var call in calls)
        {
            if (call.At >= from && (int)((call.At - from) / interval) is var i && i < counts.Length)
            {
                counts[i].Add(call, now, threshold);
            }
        }

        return [.. counts.Select((c, i) => c.View(from + (i * interval)))];
    }

    private struct Counts
    {
        private int _offered;
        private int _answered;
        private int _answeredInTime;
        private int _abandoned;
        private int _abandonedInTime;
        private TimeSpan _longest;

        public void Add(in OfferedCall call, DateTimeOffset now, TimeSpan threshold)
        {
            var waited = call.WaitedUntil(now);
            _offered++;
            _longest = waited > _longest ? waited : _longest;
            if (call.AnsweredAt is not null)
            {
                _answered++;
                _answeredInTime += waited <= threshold ? 1 : 0;
            }
            else if (call.AbandonedAt is not null)
            {
                _abandoned++;
                _abandonedInTime += waited <= threshold ? 1 : 0;
            }
        }

        public readonly IntervalView View(DateTimeOffset at) => new(
            at,
            _offered,
            _answered,
            _answeredInTime,
            _abandoned,
            _abandonedInTime,
            _answered == 0 ? null : (double)_answeredInTime / _answered,
            _answered + _abandoned == 0 ? null : (double)(_answeredInTime + _abandonedInTime) / (_answered + _abandoned),
            _offered == 0 ? null : _longest.TotalSeconds);
    }
}
