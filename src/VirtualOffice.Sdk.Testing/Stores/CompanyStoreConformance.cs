using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="ICompanyStore"/> promises, as cases.</summary>
public static class CompanyStoreConformance
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly CompanyId Owl = CompanyId.Parse("Owl");

    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<ICompanyStore>>> Cases { get; } =
    [
        .. CompanyDraftCases.All,
        new("Read_NothingPublished_IsEmpty", async (bench, cancellationToken) =>
        {
            Expect.That(await bench.Store.ReadAsync(Fox, "v1", cancellationToken) is null, "A version that was never published is found.");
            Expect.Equal(0, (await bench.Store.ReadInForceAsync(cancellationToken)).Count, "How many companies are in force");
            Expect.Sequence([], await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken), "The publications of an unknown company");
        }),

        new("Publish_Company_IsReadBackWhole", async (bench, cancellationToken) =>
        {
            var definition = Definition(Fox, "v\"1'") with
            {
                Name = "Лиса & \"Travel\" <b> 😀",
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
                Greeting = new Greeting("Hello {operator.name}", null),
                Hours = new WeeklyHours { Intervals = [new OpenInterval(DayOfWeek.Friday, new TimeOnly(22, 30), new TimeOnly(6, 0))] },
                MessagesTo = "office@fox.example",
                Employees = [new Employee(EmployeeId.Parse("anna"), "Анна", null, [PhoneNumber.Parse("+78124540101"), new ReachNumber(PhoneNumber.Parse("+79214540102")) { Kind = ReachKind.Mobile, RingTime = TimeSpan.FromSeconds(12.5), Transfer = TransferKind.Warm, MustAccept = true }])],
            };
            await bench.Store.PublishAsync(definition, At, cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            var read = Expect.NotNull(await bench.Store.ReadAsync(Fox, definition.Version, cancellationToken), "A published version is not found.");
            Expect.Equal(Text(definition), Text(read), "The version that was published");
            Expect.Sequence([Text(definition)], (await bench.Store.ReadInForceAsync(cancellationToken)).Select(Text), "What is in force");
        }),

        new("Publish_NewVersion_IsInForceAndTheOldIsKept", async (bench, cancellationToken) =>
        {
            await bench.Store.PublishAsync(Definition(Fox, "v1"), At, cancellationToken);
            await bench.Store.PublishAsync(Definition(Owl, "v1"), At, cancellationToken);
            await bench.Store.PublishAsync(Definition(Fox, "v2"), At.AddHours(1), cancellationToken);
            await bench.Store.PublishAsync(Definition(Fox, "v1"), At.AddHours(2), cancellationToken);
            await bench.Store.PublishAsync(Definition(Fox, "v3"), At.AddHours(1.5), cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            Expect.Sequence([(Owl, "v1"), (Fox, "v3")], (await bench.Store.ReadInForceAsync(cancellationToken)).Select(c => (c.Id, c.Version)), "What is in force, by company");
            Expect.NotNull(await bench.Store.ReadAsync(Fox, "v2", cancellationToken), "A version that is no longer in force is gone.");
            Expect.That(await bench.Store.ReadAsync(Owl, "v2", cancellationToken) is null, "A version of another company is found.");
            Expect.Sequence(
                [new("v3", At.AddHours(1.5)), new("v1", At.AddHours(2)), new("v2", At.AddHours(1)), new("v1", At)],
                await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken),
                "The publications, newest first");
            Expect.Sequence(
                ["v3", "v1"], (await bench.Store.ListPublicationsAsync(Fox, 2, cancellationToken)).Select(p => p.Version), "The last two publications");
        }),

        new("Publish_InForceAlready_ChangesNothing", async (bench, cancellationToken) =>
        {
            await bench.Store.PublishAsync(Definition(Fox, "v1"), At, cancellationToken);
            await bench.Store.PublishAsync(Definition(Fox, "v1") with { Name = "Other" }, At.AddHours(1), cancellationToken);

            Expect.Sequence([new("v1", At)], await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken), "The publications of a version published twice");
            Expect.Equal("Fox", (await bench.Store.ReadAsync(Fox, "v1", cancellationToken))?.Name, "A name in a version that was published again with another");
        }),

        new("TryPublish_BasedOnWhatIsInForce_IsInForce", async (bench, cancellationToken) =>
        {
            Expect.That(await bench.Store.TryPublishAsync(Definition(Fox, "v1"), null, At, cancellationToken), "A first version is refused.");
            Expect.That(await bench.Store.TryPublishAsync(Definition(Fox, "v2"), "v1", At.AddHours(1), cancellationToken), "A version based on the one in force is refused.");
            Expect.That(await bench.Store.TryPublishAsync(Definition(Fox, "v1"), "v2", At.AddHours(2), cancellationToken), "An earlier version is not taken back.");

            await bench.ReopenAsync(cancellationToken);
            Expect.Sequence(["v1", "v2", "v1"], (await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken)).Select(p => p.Version), "The publications, newest first");
            Expect.Sequence([(Fox, "v1")], (await bench.Store.ReadInForceAsync(cancellationToken)).Select(c => (c.Id, c.Version)), "What is in force");
            Expect.NotNull(await bench.Store.ReadAsync(Fox, "v2", cancellationToken), "A version that is no longer in force is gone.");
        }),

        new("TryPublish_BasedOnAnother_ChangesNothing", async (bench, cancellationToken) =>
        {
            Expect.That(!await bench.Store.TryPublishAsync(Definition(Fox, "v2"), "v1", At, cancellationToken), "A version is published that is based on one that is not there.");
            await bench.Store.PublishAsync(Definition(Fox, "v1"), At, cancellationToken);
            Expect.That(!await bench.Store.TryPublishAsync(Definition(Fox, "v2"), null, At.AddHours(1), cancellationToken), "A company is published as new that is there.");
            Expect.That(!await bench.Store.TryPublishAsync(Definition(Fox, "v3"), "v2", At.AddHours(1), cancellationToken), "A version is published that is based on another than the one in force.");
            Expect.That(await bench.Store.TryPublishAsync(Definition(Fox, "v1"), "v0", At.AddHours(2), cancellationToken), "A version that is in force already does not count as done.");

            Expect.Sequence([new("v1", At)], await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken), "The publications");
            Expect.That(await bench.Store.ReadAsync(Fox, "v2", cancellationToken) is null, "A version that was refused is kept.");
        }),

        new("TryPublish_TwoBasedOnTheSameAtOnce_OneWins", async (bench, cancellationToken) =>
        {
            await bench.Store.PublishAsync(Definition(Fox, "v1"), At, cancellationToken);
            var wins = 0;
            foreach (var publish in Enumerable.Range(0, 8).Select(i => bench.Store.TryPublishAsync(Definition(Fox, $"w{i}"), "v1", At.AddTicks(i), cancellationToken)).ToList())
            {
                wins += await publish ? 1 : 0;
            }

            Expect.Equal(1, wins, "How many of eight that are based on the same version win");
            Expect.Equal(2, (await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken)).Count, "How many publications there are");
        }),

        new("Publish_OneVersionManyTimesAtOnce_IsOnePublication", async (bench, cancellationToken) =>
        {
            foreach (var publish in Enumerable.Range(0, 8).Select(i => bench.Store.PublishAsync(Definition(Fox, "v1"), At.AddTicks(i), cancellationToken)).ToList())
            {
                await publish;
            }

            Expect.Equal(1, (await bench.Store.ListPublicationsAsync(Fox, 10, cancellationToken)).Count, "How many publications there are");
        }),
    ];

    private static CompanyDefinition Definition(CompanyId id, string version) => new()
    {
        Id = id,
        Name = "Fox",
        Version = version,
        Numbers = [PhoneNumber.Parse("+78124540001")],
    };

    private static string Text(CompanyDefinition definition) => JournalProbe.Text(definition);
}
