namespace VirtualOffice.Sdk.Staffing;

/// <summary>What simulated days say of each half hour.</summary>
internal sealed class DayResults(int intervals)
{
    private readonly List<CallTally>[] _days = [.. Enumerable.Range(0, intervals).Select(_ => new List<CallTally>())];

    public void Add(CallTally[] day)
    {
        for (var i = 0; i < _days.Length; i++)
        {
            _days[i].Add(day[i]);
        }
    }

    public Estimate ServiceLevelOf(int interval) => Estimate.OfRatio([.. _days[interval].Select(t => ((double)t.AnsweredInTime, (double)t.Offered))]);

    public Estimate AbandonRateOf(int interval) => Estimate.OfRatio([.. _days[interval].Select(t => ((double)t.Abandoned, (double)t.Offered))]);

    /// <summary>Calls and answered calls of a day in the mean, and the wait of a day's calls together, in ticks.</summary>
    public (double Offered, double Answered, double Wait) MeansOf(int interval)
    {
        var tallies = _days[interval];
        return (tallies.Average(t => (double)t.Offered), tallies.Average(t => (double)(t.Offered - t.Abandoned)), tallies.Average(t => t.Wait));
    }
}
