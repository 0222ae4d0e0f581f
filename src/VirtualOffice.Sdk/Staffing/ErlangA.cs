namespace VirtualOffice.Sdk.Staffing;

/// <summary>
/// Operators with a queue whose callers hang up when their patience ends (M/M/n+M). C. Palm, 1943; O. Garnett, A. Mandelbaum, M. Reiman, "Designing a call center with impatient customers",
/// Manufacturing &amp; Service Operations Management 4, 2002. Always has a steady state.
/// </summary>
/// <param name="WaitProbability">The share of callers who don't get an operator at once, 0 to 1.</param>
/// <param name="AbandonProbability">The share of callers who hang up while waiting, 0 to 1.</param>
/// <param name="MeanWait">The mean wait of all callers, those who hang up included.</param>
/// <param name="MeanQueue">How many wait, in the mean.</param>
/// <param name="Utilisation">The share of their time that operators are busy, 0 to 1.</param>
/// <param name="ServiceLevel">The share of all callers who are answered within the time asked for, 0 to 1.</param>
public sealed record ErlangA(double WaitProbability, double AbandonProbability, TimeSpan MeanWait, double MeanQueue, double Utilisation, double ServiceLevel)
{
    private const double Negligible = 1e-14;

    /// <summary>Solves the birth and death process, state by state.</summary>
    /// <param name="load">The offered load in Erlang, above zero.</param>
    /// <param name="operators">How many operators, one or more.</param>
    /// <param name="service">How long a call takes an operator in the mean; above zero.</param>
    /// <param name="patience">How long callers are ready to wait in the mean; above zero.</param>
    /// <param name="within">The time of the service level, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static ErlangA Solve(double load, int operators, TimeSpan service, TimeSpan patience, TimeSpan within = default)
    {
        Check.Load(load);
        ArgumentOutOfRangeException.ThrowIfZero(load);
        ArgumentOutOfRangeException.ThrowIfLessThan(operators, 1);
        Check.Positive(service);
        Check.Positive(patience);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);

        // The unit of time is a mean call. Weights are relative to the state in which all operators are busy and nobody waits.
        var theta = service / patience;
        var queue = QueueWeights(load, operators, theta);
        var free = 0.0;
        var weight = 1.0;
        for (var k = operators; k > 0; k--)
        {
            weight *= k / load;
            free += weight;
        }

        var all = free + queue.Sum();
        var meanQueue = queue.Select((w, waiting) => w * waiting).Sum() / all;
        var abandons = theta * meanQueue / load;
        var answered = AnsweredWithin(queue.Count, operators, theta, within / service);
        return new ErlangA(
            queue.Sum() / all,
            abandons,
            service * (meanQueue / load),
            meanQueue,
            load * (1 - abandons) / operators,
            (free + queue.Zip(answered, (w, a) => w * a).Sum()) / all);
    }

    private static List<double> QueueWeights(double load, int operators, double theta)
    {
        List<double> weights = [1];
        var (sum, last) = (1.0, 1.0);
        for (var waiting = 1; last > sum * Negligible || waiting * theta < load - operators; waiting++)
        {
            last *= load / (operators + (waiting * theta));
            sum += last;
            weights.Add(last);
        }

        return weights;
    }

    /// <summary>By the number of callers before a new one: the chance of being answered within the time. Who stands behind i others moves up with rate <c>n + iθ</c> and hangs up with rate θ; by uniformisation.</summary>
    private static double[] AnsweredWithin(int states, int operators, double theta, double time)
    {
        var rate = operators + (states * theta);
        var (chance, after, result) = (new double[states], new double[states], new double[states]);
        var logTerm = -rate * time;
        var steps = (int)Math.Ceiling((rate * time) + (10 * Math.Sqrt(rate * time)) + 20);
        for (var step = 0; step <= steps; step++)
        {
            var term = time == 0 ? (step == 0 ? 1 : 0) : Math.Exp(logTerm);
            for (var i = 0; i < states; i++)
            {
                result[i] += term * chance[i];
                var up = operators + (i * theta);
                after[i] = ((up * (i == 0 ? 1 : chance[i - 1])) + ((rate - up - theta) * chance[i])) / rate;
            }

            (chance, after) = (after, chance);
            logTerm += Math.Log(rate * time / (step + 1));
        }

        return result;
    }
}
