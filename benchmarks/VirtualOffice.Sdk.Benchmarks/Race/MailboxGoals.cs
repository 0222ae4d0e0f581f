using System.Diagnostics;
using System.Threading.Channels;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Goals 6 and 7: the dispatcher with its mailbox, 10,000 calls waiting.</summary>
internal static class MailboxGoals
{
    private const int Waiting = 10_000;
    private const int EventsPerSecond = 2_000;

    public static void Run(RaceReport report, RaceSize size) => RunAsync(report, size).GetAwaiter().GetResult();

    private static async Task RunAsync(RaceReport report, RaceSize size)
    {
        var (p50, p99) = (Best.None, Best.None);
        Lap? raw = null, alone = null, whole = null;
        for (var round = 0; round < size.Rounds; round++)
        {
            raw = Shorter(raw, Raw(size.Events));
            alone = Shorter(alone, await AloneAsync(size.Events));
            whole = Shorter(whole, await WholeAsync(size.Events));
            var (inline, hop) = (await LatenciesAsync(readerTask: false), await LatenciesAsync(readerTask: true));
            p50 = p50.With(At(inline, 0.5), At(hop, 0.5));
            p99 = p99.With(At(inline, 0.99), At(hop, 0.99));
        }

        report.Add(new RaceRow("6", "Decision latency at 2,000 events/s vs a Channel with a reader task, p50", RaceReport.Nanoseconds(p50.Ours), RaceReport.Nanoseconds(p50.Theirs), p50.Ours / p50.Theirs, null, 0.25, 0.05));
        report.Add(new RaceRow("6", "The same, p99", RaceReport.Nanoseconds(p99.Ours), RaceReport.Nanoseconds(p99.Theirs), p99.Ours / p99.Theirs, null, 0.25, 0.05));
        Add("7", "A command through the dispatcher, office and board included, vs an event through a raw Channel", whole!, 4, 2.5);
        Add("", "A command through the dispatcher that changes nothing", alone!);

        void Add(string goal, string what, Lap lap, double? must = null, double? reach = null) =>
            report.Add(new RaceRow(goal, what, RaceReport.Nanoseconds(lap.Nanoseconds), RaceReport.Nanoseconds(raw!.Nanoseconds), lap.Nanoseconds / raw.Nanoseconds, lap.Bytes, must, reach));
    }

    private static Lap Shorter(Lap? before, Lap lap) => before is null ? lap : lap.Best(before);

    private static double At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)];

    private static Lap Raw(int events)
    {
        var channel = Channel.CreateUnbounded<TapeEvent>();
        return Time("raw Channel", () =>
        {
            for (var i = 0; i < events; i++)
            {
                channel.Writer.TryWrite(new TapeEvent(i, 0, TapeKind.Arrive, 0));
                channel.Reader.TryRead(out _);
            }

            return events;
        });
    }

    private static async Task<Lap> AloneAsync(int events)
    {
        await using var mailbox = await Mailbox.OpenAsync(readerTask: false, Waiting);
        return Time("mailbox alone", () =>
        {
            for (var i = 0; i < events; i++)
            {
                mailbox.PassTime();
            }

            return events;
        });
    }

    private static async Task<Lap> WholeAsync(int events)
    {
        await using var mailbox = await Mailbox.OpenAsync(readerTask: false, Waiting);
        return Time("dispatcher", () =>
        {
            var before = mailbox.Posted;
            for (var i = 0; i < events / 3; i++)
            {
                mailbox.Arrive();
                mailbox.Release();
            }

            return mailbox.Posted - before;
        });
    }

    private static Lap Time(string name, Func<long> run)
    {
        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = ProcessorTime.Now;
        var events = run();
        var time = ProcessorTime.Now - start;
        return new Lap(name, time.TotalNanoseconds / events, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / events);
    }

    /// <summary>For a second: the times from an operator becoming free to the offer of the next call, in nanoseconds, the shortest first.</summary>
    private static async Task<double[]> LatenciesAsync(bool readerTask)
    {
        await using var mailbox = await Mailbox.OpenAsync(readerTask, Waiting);
        var latencies = new List<double>(EventsPerSecond);
        var step = Stopwatch.Frequency / EventsPerSecond;
        var due = Stopwatch.GetTimestamp();
        for (var i = 0; i < EventsPerSecond; i++)
        {
            due += step;
            while (Stopwatch.GetTimestamp() < due)
            {
                Thread.SpinWait(20);
            }

            if (i % 2 == 0)
            {
                mailbox.Arrive();
                continue;
            }

            mailbox.DecidedAt = 0;
            var posted = Stopwatch.GetTimestamp();
            mailbox.Release();
            while (mailbox.DecidedAt == 0)
            {
                Thread.SpinWait(5);
            }

            latencies.Add(Stopwatch.GetElapsedTime(posted, mailbox.DecidedAt).TotalNanoseconds);
        }

        latencies.Sort();
        return [.. latencies];
    }

    private readonly record struct Best(double Ours, double Theirs)
    {
        public static Best None { get; } = new(double.MaxValue, double.MaxValue);

        public Best With(double ours, double theirs) => new(Math.Min(Ours, ours), Math.Min(Theirs, theirs));
    }
}
