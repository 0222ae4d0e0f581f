using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.JournalConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Fair shares, attempts, escalation and the work list.</summary>
internal static class OutboxWorkCases
{
    private static readonly CompanyId Other = CompanyId.Parse("other");

    public static IEnumerable<ConformanceCase<IJournalTestBench>> All { get; } =
    [
        Case("Claim_OneCompanyHasMany_SharesFairly", async probe =>
        {
            await MessageAsync(probe, Company, 1, 2, 3, 4, 5);
            await MessageAsync(probe, Other, 10, 11);

            Expect.Sequence([(Company, 1), (Other, 1), (Company, 2)], await ClaimAsync(probe, 3), "The first three");
            Expect.Sequence([(Company, 3), (Other, 2), (Company, 4)], await ClaimAsync(probe, 3), "The next three");
            Expect.Sequence([(Company, 5)], await ClaimAsync(probe, 3), "The rest");
        }),

        Case("Settle_Attempts_AreKeptInOrderAlsoLateOnes", async probe =>
        {
            var (_, message) = await probe.MessageAsync(10);
            var delivery = (await probe.ClaimAsync(100, 200))[0].Delivery;
            DeliveryAttempt[] attempts = [DeliveryAttempt.RetryLater("450 \"busy\"\nполная 😀"), DeliveryAttempt.Delivered(), DeliveryAttempt.Failed("late")];
            await SettleAsync(probe, delivery with { Attempts = 1, LastError = "450" }, attempts[0], 101);
            await SettleAsync(probe, delivery with { Attempts = 2, State = DeliveryState.Delivered }, attempts[1], 102);
            await SettleAsync(probe, delivery with { Attempts = 2, State = DeliveryState.Failed }, attempts[2], 103);

            await probe.ReopenAsync();
            Expect.Sequence(
                attempts.Select((a, i) => new RecordedAttempt(delivery.Id, i + 1, At(101 + i), a)), await probe.Outbox.ReadAttemptsAsync(delivery.Id, probe.Cancellation), "The attempts");
            Expect.Equal(DeliveryState.Delivered, (await probe.Outbox.ReadAsync(message.Call, probe.Cancellation))[0].State, "The state after a late attempt");
            Expect.Sequence([], await probe.Outbox.ReadAttemptsAsync(new DeliveryId(message.Id, 9), probe.Cancellation), "The attempts of an unknown delivery");
        }),

        Case("Settle_UnknownDelivery_IsIgnored", async probe =>
        {
            var (_, message) = await probe.MessageAsync(10);
            await SettleAsync(probe, Delivery(message, 7, At(1)), DeliveryAttempt.Delivered(), 5);
            Expect.Sequence([], await probe.Outbox.ReadAttemptsAsync(new DeliveryId(message.Id, 7), probe.Cancellation), "The attempts of an unknown delivery");
        }),

        Case("Settle_Further_IsAddedOnceAndClaimed", async probe =>
        {
            var (call, message) = await probe.MessageAsync(10);
            var delivery = (await probe.ClaimAsync(100, 200))[0].Delivery with { Attempts = 1, DueAt = At(5000), EscalatedAt = At(100), LastError = "450" };
            var further = Delivery(message, 2, At(20)) with { CreatedAt = At(100), Recipient = "boss@example.org" };
            var settlement = new DeliverySettlement(delivery, DeliveryAttempt.RetryLater("450"), At(100)) { Further = [further] };
            await probe.Outbox.SettleAsync(settlement, probe.Cancellation);
            await probe.Outbox.SettleAsync(settlement with { At = At(101), Further = [further with { Recipient = "other@example.org" }] }, probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Sequence([delivery, further], await probe.Outbox.ReadAsync(call, probe.Cancellation), "The deliveries after an escalation");
            var claimed = await probe.ClaimAsync(100, 200);
            Expect.Sequence([further], claimed.Select(c => c.Delivery), "What is claimed after an escalation");
            Expect.Equal(JournalProbe.Text(message), JournalProbe.Text(claimed[0].Message), "The message of a further delivery");
        }),

        Case("Reopen_Ended_IsPendingAgain", async probe =>
        {
            var (call, message) = await probe.MessageAsync(10);
            var id = new DeliveryId(message.Id, 1);
            Expect.That(!await probe.Outbox.ReopenAsync(id, At(500), probe.Cancellation), "A pending delivery was reopened.");
            Expect.That(!await probe.Outbox.ReopenAsync(new DeliveryId(message.Id, 2), At(500), probe.Cancellation), "An unknown delivery was reopened.");
            var delivery = (await probe.ClaimAsync(100, 200))[0].Delivery with { Attempts = 3, State = DeliveryState.Failed, LastError = "550" };
            await SettleAsync(probe, delivery, null, 100);

            Expect.That(await probe.Outbox.ReopenAsync(id, At(500), probe.Cancellation), "A failed delivery was not reopened.");

            await probe.ReopenAsync();
            Expect.Sequence([delivery with { State = DeliveryState.Pending, DueAt = At(500) }], await probe.Outbox.ReadAsync(call, probe.Cancellation), "A reopened delivery");
            Expect.Sequence([], await probe.ClaimNumbersAsync(499, 600), "What is claimed before it is due");
            Expect.Sequence([1], await probe.ClaimNumbersAsync(500, 600), "What is claimed when it is due");
        }),

        Case("List_ByPages_GivesEachOfTheFilterOnceOldestFirst", async probe =>
        {
            for (var i = 0; i < 5; i++)
            {
                await MessageAsync(probe, i % 2 == 0 ? Company : Other, 10, 20, 30);
            }

            foreach (var claim in await probe.ClaimAsync(15, 200))
            {
                var failed = claim.Delivery with { Attempts = 1, State = DeliveryState.Failed, EscalatedAt = claim.Delivery.Company == Other ? At(15) : null };
                await SettleAsync(probe, failed, DeliveryAttempt.Failed("550"), 15);
            }

            await probe.ReopenAsync();
            var all = await probe.Outbox.ListAsync(new DeliveryFilter(TenantScope.Office, Limit: 500), probe.Cancellation);
            Expect.Equal(15, all.Count, "How many deliveries there are");
            Expect.Sequence(all.OrderBy(d => d.Id.Message).ThenBy(d => d.Id.Number), all, "The order of all deliveries");
            foreach (var filter in new DeliveryFilter[] { new(TenantScope.Office), new(TenantScope.Of(Other)), new(TenantScope.Office, DeliveryState.Failed), new(TenantScope.Of(Company), DeliveryState.Pending), new(TenantScope.Office, EscalatedOnly: true) })
            {
                var seen = new List<MessageDelivery>();
                while (await probe.Outbox.ListAsync(filter with { After = seen.Count == 0 ? null : seen[^1].Id, Limit = 2 }, probe.Cancellation) is { Count: > 0 } page)
                {
                    Expect.That(page.Count <= 2, $"A page of at most 2 has {page.Count}.");
                    seen.AddRange(page);
                }

                Expect.Sequence(all.Where(d => Meets(d, filter)), seen, $"The deliveries of {filter}, page by page");
                Expect.That(seen.Count > 0, $"The case has no deliveries of {filter}.");
            }
        }),

        Case("Count_EveryState_AreThoseOfTheRows", async probe =>
        {
            Expect.Equal(new OutboxCounts(0, 0, 0, 0, null), await probe.Outbox.CountAsync(At(-1000), probe.Cancellation), "The counts of an empty outbox");
            await MessageAsync(probe, Company, 1, 2, 3, 4, 5, 6);
            var claims = await probe.ClaimAsync(100, 200);
            await SettleAsync(probe, claims[0].Delivery with { State = DeliveryState.Delivered }, DeliveryAttempt.Delivered(), 100);
            await SettleAsync(probe, claims[1].Delivery with { State = DeliveryState.Delivered }, DeliveryAttempt.Delivered(), 100);
            await SettleAsync(probe, claims[2].Delivery with { State = DeliveryState.Failed }, DeliveryAttempt.Failed("550"), 100);
            await SettleAsync(probe, claims[3].Delivery with { EscalatedAt = At(100) }, DeliveryAttempt.RetryLater("450"), 100);

            Expect.Equal(new OutboxCounts(6, 3, 2, 1, At(5)), await probe.Outbox.CountAsync(At(1), probe.Cancellation), "The counts of all");
            Expect.Equal(new OutboxCounts(4, 3, 0, 1, At(5)), await probe.Outbox.CountAsync(At(3), probe.Cancellation), "The counts of those saved later");
        }),
    ];

    private static bool Meets(MessageDelivery delivery, DeliveryFilter filter) =>
        (filter.Scope.Company is null || delivery.Company == filter.Scope.Company)
        && (filter.State is null || delivery.State == filter.State)
        && (!filter.EscalatedOnly || delivery.EscalatedAt is not null);

    /// <summary>A message of a company with deliveries that were saved, and are due, at the given seconds.</summary>
    private static async Task MessageAsync(JournalProbe probe, CompanyId company, params double[] dueAt)
    {
        var call = await probe.ReceivedAsync(company);
        var message = CallEventSamples.Message(call, 1) with { Id = new MessageId(call.Value), Company = company };
        await probe.AppendAsync(
            call,
            2,
            [new MessageTaken(At(1), message)],
            [.. dueAt.Select((due, i) => Delivery(message, i + 1, At(due)) with { CreatedAt = At(due) })]);
    }

    private static async Task<IEnumerable<(CompanyId Company, int Number)>> ClaimAsync(JournalProbe probe, int max) =>
        (await probe.ClaimAsync(100, 200, max)).Select(c => (c.Delivery.Company, c.Delivery.Id.Number));

    private static Task SettleAsync(JournalProbe probe, MessageDelivery delivery, DeliveryAttempt? attempt, double at) =>
        probe.Outbox.SettleAsync(new DeliverySettlement(delivery, attempt, At(at)), probe.Cancellation);
}
