using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="ICommandInbox"/> promises, as cases.</summary>
public static class InboxConformance
{
    private static readonly CommandId Id = CommandId.Parse("0b6f-1_A");

    /// <summary>The cases. Each wants an empty journal and inbox.</summary>
    public static IReadOnlyList<ConformanceCase<IInboxTestBench>> Cases { get; } =
    [
        Case("Find_NothingCarriedOut_IsNull", async (probe, inbox) =>
            Expect.That(await inbox().FindAsync(Id, probe.Cancellation) is null, "A command that was never carried out is found.")),

        Case("Append_WithCommands_AreFoundAsTheyWere", async (probe, inbox) =>
        {
            var call = await probe.ReceivedAsync();
            var (first, second) = (Command(Id, call), Command(CommandId.Parse("0B6F-1_a"), call) with { Fingerprint = "", Answer = "", At = At(99) });
            await AppendAsync(probe, call, 1, first, second);

            await probe.ReopenAsync();
            Expect.Equal(first, await inbox().FindAsync(first.Id, probe.Cancellation), "A command that was carried out");
            Expect.Equal(second, await inbox().FindAsync(second.Id, probe.Cancellation), "A command whose id differs in case only");
        }),

        Case("Append_CommandAgain_ConflictsAndWritesNothing", async (probe, inbox) =>
        {
            var (call, other) = (await probe.ReceivedAsync(), await probe.ReceivedAsync());
            var first = Command(Id, call);
            await AppendAsync(probe, call, 1, first);
            var fresh = CommandId.Parse("fresh");

            var conflict = await Expect.ThrowsAsync<CommandConflictException>(
                () => AppendAsync(probe, other, 1, Command(fresh, other), Command(Id, other) with { Fingerprint = "another" }), "Appending with an id that is there");

            Expect.Equal(Id, conflict.Command, "The id the exception names");
            Expect.Equal(1, (await probe.ReadAsync(other)).Count, "The number of events after a refused append");
            Expect.Equal(first, await inbox().FindAsync(Id, probe.Cancellation), "The command that was there first");
            Expect.That(await inbox().FindAsync(fresh, probe.Cancellation) is null, "A command of a refused append is found.");
            await AppendAsync(probe, other, 1, Command(fresh, other));
        }),

        Case("Append_VersionConflict_WritesNoCommand", async (probe, inbox) =>
        {
            var call = await probe.ReceivedAsync();
            await Expect.ThrowsAsync<JournalConflictException>(() => AppendAsync(probe, call, 7, Command(Id, call)), "Appending at a wrong version");
            Expect.That(await inbox().FindAsync(Id, probe.Cancellation) is null, "A command of a refused append is found.");
        }),

        Case("Append_OneCommandManyTimesAtOnce_OneWins", async (probe, inbox) =>
        {
            var calls = new List<CallId>();
            for (var i = 0; i < 6; i++)
            {
                calls.Add(await probe.ReceivedAsync());
            }

            var won = 0;
            foreach (var append in calls.Select(call => TryAsync(probe, call)).ToList())
            {
                won += await append ? 1 : 0;
            }

            Expect.Equal(1, won, "How many of six appends with one command were made");
        }),
    ];

    private static async Task<bool> TryAsync(JournalProbe probe, CallId call)
    {
        try
        {
            await AppendAsync(probe, call, 1, Command(Id, call));
            return true;
        }
        catch (CommandConflictException)
        {
            return false;
        }
    }

    private static Task AppendAsync(JournalProbe probe, CallId call, long version, params ProcessedCommand[] commands) =>
        probe.Journal.AppendAsync(new JournalAppend(call, version, [new CallAnswered(At(5))], []) { Commands = commands }, probe.Cancellation);

    private static ProcessedCommand Command(CommandId id, CallId call) => new(id, call, "transfer \"анна\"", "{\"ok\":'1'}\n😀", At(5));

    private static ConformanceCase<IInboxTestBench> Case(string name, Func<JournalProbe, Func<ICommandInbox>, Task> run) =>
        new(name, (bench, cancellationToken) => run(new JournalProbe(bench, cancellationToken), () => bench.Inbox));
}
