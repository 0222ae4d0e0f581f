namespace VirtualOffice.Sdk.Staffing;

/// <summary>
/// Says how many operators a company needs in each half hour, by simulating the dispatcher itself on virtual time. Unlike Erlang's formulas it knows that queues are handed on from one half hour
/// to the next. Thread-safe; the same arguments give the same plan.
/// </summary>
public sealed class StaffingPlanner
{
    /// <summary>How many half hours before the one in question are simulated with it: what was longer ago is forgotten.</summary>
    private const int Memory = 3;

    private static readonly TimeSpan s_halfHour = TimeSpan.FromMinutes(30);

    private readonly StaffingOptions _options;

    /// <summary>Makes a planner.</summary>
    /// <param name="options">How thoroughly to simulate; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public StaffingPlanner(StaffingOptions? options = null)
    {
        _options = options ?? new StaffingOptions();
        InRange(_options.Days, 10, 100_000, nameof(options), nameof(StaffingOptions.Days));
        InRange(_options.MaxOperators, 1, 10_000, nameof(options), nameof(StaffingOptions.MaxOperators));
    }

    /// <summary>Plans, on the calling thread. Takes some seconds for each 1,000 calls a day.</summary>
    /// <param name="pattern">How the company is called.</param>
    /// <param name="target">What is to be reached; null for 80 % in 20 seconds.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The pattern or the target makes no sense; the message says what.</exception>
    /// <exception cref="VirtualOfficeException">Not even <see cref="StaffingOptions.MaxOperators"/> reach the target.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public StaffingPlan Plan(CallPattern pattern, StaffingTarget? target = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        target ??= new StaffingTarget();
        Validate(pattern);
        Validate(target);
        var intervals = pattern.CallsPerHalfHour.Count;
        var (staff, found) = (new int[intervals], new Found[intervals]);
        for (var i = 0; i < intervals; i++)
        {
            found[i] = Find(pattern, target, staff, i, cancellationToken);
            staff[i] = found[i].Operators;
            progress?.Report((i + 1.0) / (intervals + 1));
        }

        var days = new DayResults(intervals);
        for (var day = 0; day < _options.Days; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            days.Add(Simulate(pattern, target, staff, 0, intervals, SeedOf(_options.Days + day)));
        }

        progress?.Report(1);
        return new StaffingPlan([.. Enumerable.Range(0, intervals).Select(i => Describe(pattern, target, found[i], days, i))]);
    }

    private StaffedInterval Describe(CallPattern pattern, StaffingTarget target, Found found, DayResults days, int i)
    {
        var calls = pattern.CallsPerHalfHour[i];
        var (offered, answered, wait) = days.MeansOf(i);
        return new StaffedInterval
        {
            Start = i * s_halfHour,
            Calls = calls,
            Operators = found.Operators,
            OperatorsLow = found.Low,
            OperatorsHigh = found.High,
            ServiceLevel = days.ServiceLevelOf(i),
            AbandonRate = days.AbandonRateOf(i),
            MeanWait = offered == 0 ? TimeSpan.Zero : new TimeSpan((long)(wait / offered)),
            Occupancy = found.Operators == 0 ? 0 : Math.Min(1, answered * ((pattern.Talk + pattern.WrapUp) / s_halfHour) / found.Operators),
            ErlangC = SmallestC(pattern, target, calls),
            ErlangA = SmallestA(pattern, target, calls),
        };
    }

    /// <summary>The fewest operators for one half hour, those before it given.</summary>
    private Found Find(CallPattern pattern, StaffingTarget target, int[] staff, int interval, CancellationToken cancellation)
    {
        if (pattern.CallsPerHalfHour[interval] == 0)
        {
            // Nobody calls; but who still waits is not left alone.
            var left = interval > 0 && staff[interval - 1] > 0 && pattern.CallsPerHalfHour[interval - 1] > 0 ? 1 : 0;
            return new Found(left, left, left);
        }

        var known = new Dictionary<int, Verdict>();
        Verdict Try(int operators)
        {
            if (!known.TryGetValue(operators, out var verdict))
            {
                known[operators] = verdict = Judge(pattern, target, [.. staff[..interval], operators], interval, cancellation);
            }

            return verdict;
        }

        var guess = Math.Min(SmallestA(pattern, target, pattern.CallsPerHalfHour[interval]) ?? SmallestC(pattern, target, pattern.CallsPerHalfHour[interval]), _options.MaxOperators);
        return new Found(Smallest(guess, n => Try(n).Reached), Smallest(guess, n => Try(n).Possible), Smallest(guess, n => Try(n).Sure));
    }

    private int Smallest(int guess, Func<int, bool> reached)
    {
        var operators = Math.Max(1, guess);
        while (!reached(operators))
        {
            if (++operators > _options.MaxOperators)
            {
                throw new VirtualOfficeException($"Not even {_options.MaxOperators} operators reach the target; ask for less, or raise {nameof(StaffingOptions.MaxOperators)}.");
            }
        }

        while (operators > 1 && reached(operators - 1))
        {
            operators--;
        }

        return operators;
    }

    private Verdict Judge(CallPattern pattern, StaffingTarget target, int[] staff, int interval, CancellationToken cancellation)
    {
        var days = new DayResults(pattern.CallsPerHalfHour.Count);
        for (var day = 0; day < _options.Days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            days.Add(Simulate(pattern, target, staff, Math.Max(0, interval - Memory), interval + 1, SeedOf(day)));
        }

        var (level, abandons) = (days.ServiceLevelOf(interval), days.AbandonRateOf(interval));
        return new Verdict(
            level.Value >= target.ServiceLevel && abandons.Value <= target.MaxAbandonRate,
            level.High >= target.ServiceLevel && abandons.Low <= target.MaxAbandonRate,
            level.Low >= target.ServiceLevel && abandons.High <= target.MaxAbandonRate);
    }

    private static CallTally[] Simulate(CallPattern pattern, StaffingTarget target, IReadOnlyList<int> staff, int from, int until, int seed)
    {
        var office = new SimulatedOffice
        {
            Companies = [new SimulatedCompany(pattern.CallsPerHalfHour)],
            Operators = [.. Enumerable.Repeat<IReadOnlyList<int>>([0], staff.Max())],
            Staff = [.. staff],
            Interval = s_halfHour,
            Talk = pattern.Talk,
            WrapUp = pattern.WrapUp,
            Patience = pattern.Patience,
            AnswerWithin = target.Within,
            TallyByInterval = true,
        };
        var simulation = new BoardSimulation(office, seed, from);
        simulation.Run((until * s_halfHour) + target.Within + (pattern.Patience ?? TimeSpan.Zero), countUntil: until * s_halfHour);
        return simulation.Tallies;
    }

    private int SeedOf(int day) => unchecked((_options.Seed * 1_000_003) + day);

    private int SmallestC(CallPattern pattern, StaffingTarget target, double calls)
    {
        var service = pattern.Talk + pattern.WrapUp;
        var load = calls * (service / s_halfHour);
        var operators = calls == 0 ? 0 : 1;
        while (operators > 0 && operators < _options.MaxOperators && ErlangCLevel(load, operators, service, target) < target.ServiceLevel)
        {
            operators++;
        }

        return operators;
    }

    private static double ErlangCLevel(double load, int operators, TimeSpan service, StaffingTarget target) => Staffing.ErlangC.ServiceLevel(load, operators, service, target.Within);

    private int? SmallestA(CallPattern pattern, StaffingTarget target, double calls)
    {
        if (pattern.Patience is not { } patience)
        {
            return null;
        }

        var service = pattern.Talk + pattern.WrapUp;
        for (var operators = calls == 0 ? 0 : 1; ; operators++)
        {
            if (operators is 0 || operators == _options.MaxOperators)
            {
                return operators;
            }

            var solved = Staffing.ErlangA.Solve(calls * (service / s_halfHour), operators, service, patience, target.Within);
            if (solved.ServiceLevel >= target.ServiceLevel && solved.AbandonProbability <= target.MaxAbandonRate)
            {
                return operators;
            }
        }
    }

    private static void Validate(CallPattern pattern)
    {
        if (pattern.CallsPerHalfHour is not { Count: > 0 })
        {
            throw new ArgumentException($"{nameof(CallPattern.CallsPerHalfHour)} is empty; give the calls of at least one half hour.", nameof(pattern));
        }

        for (var i = 0; i < pattern.CallsPerHalfHour.Count; i++)
        {
            if (!double.IsFinite(pattern.CallsPerHalfHour[i]) || pattern.CallsPerHalfHour[i] < 0)
            {
                throw new ArgumentException($"{nameof(CallPattern.CallsPerHalfHour)}[{i}] is {pattern.CallsPerHalfHour[i]}; calls are zero or more.", nameof(pattern));
            }
        }

        InRange(pattern.Talk, TimeSpan.FromTicks(1), TimeSpan.FromDays(1), nameof(pattern), nameof(CallPattern.Talk));
        InRange(pattern.WrapUp, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(pattern), nameof(CallPattern.WrapUp));
        InRange(pattern.Patience ?? TimeSpan.FromDays(1), TimeSpan.FromTicks(1), TimeSpan.FromDays(1), nameof(pattern), nameof(CallPattern.Patience));
    }

    private static void Validate(StaffingTarget target)
    {
        if (target.ServiceLevel is not (> 0 and < 1))
        {
            throw new ArgumentException($"{nameof(StaffingTarget.ServiceLevel)} is {target.ServiceLevel}; it is a share above 0 and below 1, such as 0.8.", nameof(target));
        }

        if (target.MaxAbandonRate is not (> 0 and <= 1))
        {
            throw new ArgumentException($"{nameof(StaffingTarget.MaxAbandonRate)} is {target.MaxAbandonRate}; it is a share above 0, up to 1.", nameof(target));
        }

        InRange(target.Within, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(target), nameof(StaffingTarget.Within));
    }

    private static void InRange<T>(T value, T least, T most, string argument, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{name} is {value}; it has to be {least} to {most}.");
        }
    }

    private readonly record struct Found(int Operators, int Low, int High);

    private readonly record struct Verdict(bool Reached, bool Possible, bool Sure);
}
