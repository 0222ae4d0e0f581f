using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Benchmarks.Live;

/// <summary>
/// A host that does nothing but answer every call, once it is in a journal on SQLite: what an answer over ARI costs, for benchmarks/live/race.sh.
/// Ended by SIGTERM, it prints how long the journal's commits took.
/// </summary>
public static class AnsweringHost
{
    public static async Task RunAsync(TextWriter output, Uri asterisk, string password, string database)
    {
        await using var services = new ServiceCollection()
            .AddVirtualOffice(office => office
                .AddAsterisk("main", options => (options.Url, options.User, options.Password) = (asterisk, "voffice", password))
                .UseEntityFrameworkCore(db => db.UseSqlite($"Data Source={database}")))
            .BuildServiceProvider();
        await services.MigrateOfficeDatabaseAsync();
        var (pbx, journal, ids) = (services.GetRequiredService<ITelephonyProvider>(), services.GetRequiredService<ICallJournal>(), services.GetRequiredService<OfficeRuntime>().Ids);
        var commits = new List<double>();
        using var stop = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        try
        {
            await foreach (var e in pbx.ConnectAsync(stop.Token))
            {
                if (e is PbxConnected)
                {
                    await output.WriteLineAsync("ready");
                    await output.FlushAsync(CancellationToken.None);
                }
                else if (e is LegOffered offered)
                {
                    _ = AnswerAsync(offered);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }

        var sorted = Sorted();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"commit {sorted[(int)((sorted.Length - 1) * 0.5)]:F1} {sorted[(int)((sorted.Length - 1) * 0.99)]:F1}"));

        double[] Sorted()
        {
            lock (commits)
            {
                return commits.Count == 0 ? [0] : [.. commits.Order()];
            }
        }

        async Task AnswerAsync(LegOffered offered)
        {
            var call = new CallId(ids.NewId());
            var watch = Stopwatch.StartNew();
            var received = new CallReceived(DateTimeOffset.UtcNow, offered.Leg, "", offered.Dialled, offered.Caller);
            await journal.AppendAsync(new JournalAppend(call, 0, [received], []), CancellationToken.None);
            lock (commits)
            {
                commits.Add(watch.Elapsed.TotalMilliseconds);
            }

            await pbx.AnswerAsync(offered.Leg, CancellationToken.None);
        }
    }
}
