using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.JournalConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Deliveries.</summary>
internal static class OutboxCases
{
    public static IEnumerable<ConformanceCase<IJournalTestBench>> All { get; } =
    [
        Case("Claim_Due_GivesTheLongestDueFirstWithTheirMessages", async probe =>
        {
            var (call, message) = await probe.MessageAsync(30, 10, 20, 999);
            await probe.ReopenAsync();

            var claimed = await probe.ClaimAsync(now: 100, until: 200);

            Expect.Sequence([2, 3, 1], claimed.Select(c => c.Delivery.Id.Number), "The deliveries that are due, the longest due first");
            Expect.Equal(JournalProbe.Text(message), JournalProbe.Text(claimed[0].Message), "The message of a claimed delivery");
            Expect.Equal(Delivery(message, 2, At(10)), claimed[0].Delivery, "The claimed delivery");
            Expect.Equal(call, claimed[0].Delivery.Call, "The call of a claimed delivery");
        }),

        Case("Claim_Max_IsKept", async probe =>
        {
            await probe.MessageAsync(30, 10, 20);
            Expect.Sequence([2, 3], await probe.ClaimNumbersAsync(100, 200, max: 2), "The first two");
            Expect.Sequence([1], await probe.ClaimNumbersAsync(100, 200, max: 2), "The rest");
        }),

        Case("Claim_DueExactlyNow_IsClaimed", async probe =>
        {
            await probe.MessageAsync(10);
            Expect.Sequence([], await probe.ClaimNumbersAsync(9.999, 200), "What is due a moment before");
            Expect.Sequence([1], await probe.ClaimNumbersAsync(10, 200), "What is due at the moment itself");
        }),

        Case("Claim_Claimed_IsExclusiveUntilItsEnd", async probe =>
        {
            await probe.MessageAsync(10);
            Expect.Sequence([1], await probe.ClaimNumbersAsync(100, 200), "The first claim");
            await probe.ReopenAsync();
            Expect.Sequence([], await probe.ClaimNumbersAsync(199, 300), "A claim while another holds");
            Expect.Sequence([1], await probe.ClaimNumbersAsync(201, 300), "A claim when the other has ended");
            Expect.Sequence([], await probe.ClaimNumbersAsync(299, 400), "A claim while the second holds");
        }),

        Case("ReleaseClaims_Claimed_CanBeClaimedAnewAndSettledStaysSettled", async probe =>
        {
            await probe.MessageAsync(10, 11);
            var claimed = await probe.ClaimAsync(100, 200);
            await SettleAsync(probe, claimed[0].Delivery with { State = DeliveryState.Delivered, Attempts = 1 });
            await probe.ReopenAsync();

            await probe.Outbox.ReleaseClaimsAsync(probe.Cancellation);

            Expect.Sequence([claimed[1].Delivery.Id.Number], await probe.ClaimNumbersAsync(101, 200), "A claim after all were released");
        }),

        Case("Claim_ManyAtOnce_GivesEachDeliveryOnce", async probe =>
        {
            for (var i = 0; i < 5; i++)
            {
                await probe.MessageAsync(10, 11, 12, 13);
            }

            var claims = Enumerable.Range(0, 10).Select(_ => probe.ClaimAsync(100, 200, max: 3)).ToList();
            var all = new List<DeliveryId>();
            foreach (var claim in claims)
            {
                all.AddRange((await claim).Select(c => c.Delivery.Id));
            }

            Expect.Equal(all.Count, all.Distinct().Count(), "How many different deliveries were claimed at once");
            all.AddRange((await probe.ClaimAsync(100, 200)).Select(c => c.Delivery.Id));
            Expect.Equal(20, all.Distinct().Count(), "How many deliveries were claimed in all");
            Expect.Equal(20, all.Count, "How many claims were given in all");
        }),

        Case("Settle_Pending_IsDueAgainLater", async probe =>
        {
            var (call, _) = await probe.MessageAsync(10);
            var delivery = (await probe.ClaimAsync(100, 10_000))[0].Delivery with { Attempts = 1, DueAt = At(500), LastError = "421 \"later\"" };

            await SettleAsync(probe, delivery);

            await probe.ReopenAsync();
            Expect.Sequence([delivery], await probe.Outbox.ReadAsync(call, probe.Cancellation), "A delivery after an attempt");
            Expect.Sequence([], await probe.ClaimNumbersAsync(499, 600), "A claim before it is due again");
            Expect.Sequence([delivery], (await probe.ClaimAsync(500, 600)).Select(claimed => claimed.Delivery), "A claim when it is due again, before the settled claim would have ended");
        }),

        Final(DeliveryState.Delivered),
        Final(DeliveryState.Failed),

        Case("Read_SeveralMessages_OrdersByMessageAndRecipient", async probe =>
        {
            var call = probe.NewCall();
            var (first, second) = (Message(call, 101), Message(call, 102));
            await probe.AppendAsync(call, 0, [Received(At(0)), new Calls.MessageTaken(At(1), first)], [Delivery(first, 2, At(1)), Delivery(first, 1, At(2))]);
            await probe.AppendAsync(call, 2, [new Calls.MessageTaken(At(3), second)], [Delivery(second, 1, At(0))]);
            await probe.MessageAsync(5);

            var deliveries = await probe.Outbox.ReadAsync(call, probe.Cancellation);

            Expect.Sequence([new(first.Id, 1), new(first.Id, 2), new(second.Id, 1)], deliveries.Select(d => d.Id), "The deliveries of a call");
        }),

        Case("Read_UnknownCall_IsEmpty", async probe =>
            Expect.Sequence([], await probe.Outbox.ReadAsync(probe.NewCall(), probe.Cancellation), "The deliveries of a call that does not exist")),
    ];

    private static ConformanceCase<IJournalTestBench> Final(DeliveryState state) => Case($"Settle_{state}_IsFinal", async probe =>
    {
        var (call, _) = await probe.MessageAsync(10, 20);
        var delivery = (await probe.ClaimAsync(100, 200, max: 1))[0].Delivery;
        var settled = delivery with { State = state, Attempts = 1, LastError = state == DeliveryState.Failed ? "550 no such user" : null };
        await SettleAsync(probe, settled);

        await SettleAsync(probe, delivery with { State = DeliveryState.Pending, Attempts = 2, LastError = "late" });
        await SettleAsync(probe, delivery with { State = DeliveryState.Failed, Attempts = 3, LastError = "later" });
        await SettleAsync(probe, delivery with { State = DeliveryState.Delivered, Attempts = 4 });

        await probe.ReopenAsync();
        Expect.Equal(settled, (await probe.Outbox.ReadAsync(call, probe.Cancellation))[0], $"A delivery that was {state}, after others settled it too");
        Expect.Sequence([2], await probe.ClaimNumbersAsync(10_000, 20_000), "What can be claimed afterwards");
    });

    private static Task SettleAsync(JournalProbe probe, MessageDelivery delivery) =>
        probe.Outbox.SettleAsync(new DeliverySettlement(delivery, null, At(100)), probe.Cancellation);
}
