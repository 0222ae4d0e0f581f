using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goal 8: to arm a deadline and cancel it, while 100,000 others are armed.</summary>
internal static class TimerGoal
{
    private const int Pending = 100_000;
    private const int Pairs = 1_000_000;
    private const int SlowPairs = 100_000;

    public static void Run(RaceReport report, int rounds)
    {
        var random = new Random(42);
        var dues = new long[Pairs];
        for (var i = 0; i < Pairs; i++)
        {
            dues[i] = random.NextInt64(TimeSpan.TicksPerSecond, TimeSpan.TicksPerMinute);
        }

        Lap? plain = null, ours = null, queue = null, timers = null;
        for (var round = 0; round < rounds; round++)
        {
            plain = Best(plain, Plain(dues));
            ours = Best(ours, Ours(dues));
            queue = Best(queue, Queue(dues));
            timers = Best(timers, Timers(dues));
        }

        Add(ours!, 3, 1.5);
        Add(queue!);
        Add(timers!);

        void Add(Lap lap, double? must = null, double? reach = null) =>
            report.Add(new RaceRow(
                must is null ? "" : "8",
                $"Deadline armed and cancelled, {lap.Name} vs plain wheel",
                RaceReport.Nanoseconds(lap.Nanoseconds),
                RaceReport.Nanoseconds(plain!.Nanoseconds),
                lap.Nanoseconds / plain.Nanoseconds,
                lap.Bytes,
                must,
                reach));
    }

    private static Lap Best(Lap? before, Lap lap) => before is null ? lap : lap.Best(before);

    private static Lap Plain(long[] dues)
    {
        var wheel = new PlainWheel();
        for (var i = 0; i < Pending; i++)
        {
            wheel.Arm(dues[i], i);
        }

        return Time("plain wheel", dues.Length, () =>
        {
            foreach (var due in dues)
            {
                wheel.Cancel(wheel.Arm(due, 0));
            }
        });
    }

    private static Lap Ours(long[] dues)
    {
        var wheel = new TimingWheel();
        for (var i = 0; i < Pending; i++)
        {
            wheel.Arm(dues[i], i, i);
        }

        return Time("the board's wheel", dues.Length, () =>
        {
            foreach (var due in dues)
            {
                wheel.Cancel(wheel.Arm(due, 0, Pending));
            }
        });
    }

    /// <summary>With the usual trick for what a heap can't do: what is cancelled stays in it until it comes up.</summary>
    private static Lap Queue(long[] dues)
    {
        var queue = new PriorityQueue<int, long>();
        var cancelled = new HashSet<int>();
        for (var i = 0; i < Pending; i++)
        {
            queue.Enqueue(i, dues[i]);
        }

        return Time("PriorityQueue, cancelled when it comes up", SlowPairs, () =>
        {
            for (var i = 0; i < SlowPairs; i++)
            {
                queue.Enqueue(Pending + i, dues[i]);
                cancelled.Add(Pending + i);
                while (cancelled.Remove(queue.Peek()))
                {
                    queue.Dequeue();
                }
            }
        });
    }

    private static Lap Timers(long[] dues)
    {
        var pending = new Timer[Pending];
        for (var i = 0; i < Pending; i++)
        {
            pending[i] = new Timer(static _ => { }, null, TimeSpan.FromHours(1) + new TimeSpan(dues[i]), Timeout.InfiniteTimeSpan);
        }

        var lap = Time("System.Threading.Timer", SlowPairs, () =>
        {
            for (var i = 0; i < SlowPairs; i++)
            {
                new Timer(static _ => { }, null, TimeSpan.FromHours(1) + new TimeSpan(dues[i]), Timeout.InfiniteTimeSpan).Dispose();
            }
        });
        foreach (var timer in pending)
        {
            timer.Dispose();
        }

        return lap;
    }

    private static Lap Time(string name, int pairs, Action run)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = ProcessorTime.Now;
        run();
        var time = ProcessorTime.Now - start;
        return new Lap(name, time.TotalNanoseconds / pairs, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / pairs);
    }
}
