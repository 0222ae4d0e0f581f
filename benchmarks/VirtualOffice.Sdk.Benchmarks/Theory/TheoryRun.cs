using VirtualOffice.Sdk.Staffing;

namespace VirtualOffice.Sdk.Benchmarks.Theory;

/// <summary>An office simulated for many seeds, and what it says in the mean.</summary>
internal sealed class TheoryRun
{
    private const double WarmUp = 0.01;

    private readonly CallTally[] _tallies;

    /// <param name="seeds">How often.</param>
    /// <param name="calls">How many calls each time.</param>
    /// <param name="service">The mean time of a call, which is also the interval that calls are counted by.</param>
    /// <param name="companies">Who is called, how often in a mean call's time.</param>
    /// <param name="serves">The companies each operator serves.</param>
    /// <param name="patience">How long callers wait; null for as long as it takes.</param>
    public TheoryRun(int seeds, double calls, TimeSpan service, IReadOnlyList<SimulatedCompany> companies, IReadOnlyList<IReadOnlyList<int>> serves, TimeSpan? patience)
    {
        var office = new SimulatedOffice { Companies = companies, Operators = serves, Interval = service, Talk = service, Patience = patience };
        var time = service * (calls / companies.Sum(c => c.Calls[0]));
        (_tallies, Utilisation) = (new CallTally[companies.Count * 2], new double[serves.Count]);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var simulation = new BoardSimulation(office, seed * 7_919);
            simulation.Run(time * (1 + WarmUp), countFrom: time * WarmUp);
            simulation.Close();
            for (var i = 0; i < _tallies.Length; i++)
            {
                ref readonly var tally = ref simulation.Tallies[i];
                _tallies[i].Offered += tally.Offered;
                _tallies[i].Waited += tally.Waited;
                _tallies[i].Blocked += tally.Blocked;
                _tallies[i].Abandoned += tally.Abandoned;
                _tallies[i].AnsweredInTime += tally.AnsweredInTime;
                _tallies[i].Wait += tally.Wait;
            }

            for (var p = 0; p < Utilisation.Length; p++)
            {
                Utilisation[p] += simulation.BusyTime[p] / time.Ticks / seeds;
            }

            MeanQueue += simulation.QueueTime / time.Ticks / seeds;
        }
    }

    /// <summary>By operator.</summary>
    public double[] Utilisation { get; }

    /// <summary>How many wait.</summary>
    public double MeanQueue { get; private set; }

    /// <summary>The share of a company's calls, VIPs and others together, to which something happened.</summary>
    public double Share(int tally, Func<CallTally, long> count) =>
        (double)(count(_tallies[tally]) + count(_tallies[tally + 1])) / (_tallies[tally].Offered + _tallies[tally + 1].Offered);

    /// <summary>The mean wait of a tally, in seconds.</summary>
    public double MeanWait(int tally) => TimeSpan.FromTicks((long)(_tallies[tally].Wait / _tallies[tally].Offered)).TotalSeconds;
}
