using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Testing.CallEventSamples;
using static VirtualOffice.Sdk.Testing.JournalConformance;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Steps of dispatch rules, and acknowledgements.</summary>
internal static class OutboxDispatchCases
{
    public static IEnumerable<ConformanceCase<IJournalTestBench>> All { get; } =
    [
        Case("Acknowledge_Pending_CancelsLaterStepsAndEscalationsOnly", async probe =>
        {
            var message = await LadderAsync(probe);
            var claimed = (await probe.ClaimAsync(15, 200)).Single().Delivery;
            var escalation = claimed with { Id = claimed.Id.Escalation(), DueAt = At(5000) };
            await probe.Outbox.SettleAsync(Retry(claimed) with { Further = [escalation] }, probe.Cancellation);
            var acknowledgement = new MessageAcknowledgement(message.Id, At(16), "Анна 😀 \"x\"", AcknowledgementMethod.Operator);

            Expect.Equal(acknowledgement, await probe.Outbox.AcknowledgeAsync(acknowledgement, probe.Cancellation), "The acknowledgement");

            await probe.ReopenAsync();
            Expect.Equal(acknowledgement, await probe.Outbox.FindAcknowledgementAsync(message.Id, probe.Cancellation), "The acknowledgement, read again");
            Expect.Sequence(
                [(1, DeliveryState.Pending), (2, DeliveryState.Cancelled), (3, DeliveryState.Cancelled), (1001, DeliveryState.Cancelled)], await StatesAsync(probe, message), "The deliveries");
            Expect.Sequence([1], await probe.ClaimNumbersAsync(10_000, 20_000), "What can be claimed afterwards");
            var counts = await probe.Outbox.CountAsync(At(-1000), probe.Cancellation);
            Expect.Equal((4L, 1L, 3L), (counts.Deliveries, counts.Pending, counts.Cancelled), "All, pending and cancelled deliveries");
        }),

        Case("Acknowledge_Twice_KeepsTheFirst", async probe =>
        {
            var message = await LadderAsync(probe);
            var first = new MessageAcknowledgement(message.Id, At(11), "anna", AcknowledgementMethod.Link);
            await probe.Outbox.AcknowledgeAsync(first, probe.Cancellation);

            var second = await probe.Outbox.AcknowledgeAsync(first with { At = At(12), Who = "boris", Method = AcknowledgementMethod.Operator }, probe.Cancellation);

            Expect.Equal(first, second, "The acknowledgement in force");
            Expect.Equal(first, await probe.Outbox.FindAcknowledgementAsync(message.Id, probe.Cancellation), "The acknowledgement that is kept");
        }),

        Case("Acknowledge_Unknown_IsNothing", async probe =>
        {
            var unknown = new MessageId(Guid.Parse("0198c0de-0000-7000-8000-00000000ffff"));
            await LadderAsync(probe);
            Expect.Equal<MessageAcknowledgement?>(
                null, await probe.Outbox.AcknowledgeAsync(new MessageAcknowledgement(unknown, At(1), "anna", AcknowledgementMethod.Link), probe.Cancellation), "The acknowledgement of an unknown message");
            Expect.Equal<MessageAcknowledgement?>(null, await probe.Outbox.FindAcknowledgementAsync(unknown, probe.Cancellation), "What is found of an unknown message");
        }),

        Case("Settle_Acknowledged_AddsNoEscalationAndRecordsTheAttempt", async probe =>
        {
            var message = await LadderAsync(probe);
            var claims = await probe.ClaimAsync(25, 200);
            await probe.Outbox.AcknowledgeAsync(new MessageAcknowledgement(message.Id, At(26), "anna", AcknowledgementMethod.Link), probe.Cancellation);
            foreach (var claim in claims)
            {
                await probe.Outbox.SettleAsync(Retry(claim.Delivery) with { Further = [claim.Delivery with { Id = claim.Delivery.Id.Escalation() }] }, probe.Cancellation);
            }

            await probe.ReopenAsync();
            Expect.Sequence([(1, DeliveryState.Pending), (2, DeliveryState.Cancelled), (3, DeliveryState.Cancelled)], await StatesAsync(probe, message), "The deliveries");
            Expect.Equal(1, (await probe.Outbox.ReadAttemptsAsync(new DeliveryId(message.Id, 2), probe.Cancellation)).Count, "The attempts of the step that was under way");
        }),

        Case("Settle_DeliveredWhileItWasCancelled_IsDelivered", async probe =>
        {
            var message = await LadderAsync(probe);
            var claims = await probe.ClaimAsync(35, 200);
            await probe.Outbox.AcknowledgeAsync(new MessageAcknowledgement(message.Id, At(36), "anna", AcknowledgementMethod.Link), probe.Cancellation);
            var (second, third) = (claims.Single(c => c.Delivery.Id.Number == 2).Delivery, claims.Single(c => c.Delivery.Id.Number == 3).Delivery);
            await probe.Outbox.SettleAsync(new DeliverySettlement(second with { State = DeliveryState.Delivered, Attempts = 1 }, DeliveryAttempt.Delivered(), At(37)), probe.Cancellation);
            await probe.Outbox.SettleAsync(new DeliverySettlement(third with { State = DeliveryState.Failed, Attempts = 1 }, DeliveryAttempt.Failed("550"), At(37)), probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Sequence([(1, DeliveryState.Pending), (2, DeliveryState.Delivered), (3, DeliveryState.Cancelled)], await StatesAsync(probe, message), "The deliveries");
        }),

        Case("Settle_HastensNext_NextStepIsDueAtOnceAndNoOther", async probe =>
        {
            var message = await LadderAsync(probe);
            var claimed = (await probe.ClaimAsync(15, 200)).Single().Delivery with { State = DeliveryState.Failed, Attempts = 1 };
            await probe.Outbox.SettleAsync(new DeliverySettlement(claimed, DeliveryAttempt.Failed("550"), At(15)) { HastensNext = true }, probe.Cancellation);

            await probe.ReopenAsync();
            var deliveries = await probe.Outbox.ReadAsync(message.Call, probe.Cancellation);
            Expect.Sequence([At(15), At(30)], deliveries.Skip(1).Select(d => d.DueAt), "When the later steps are due");
            Expect.Equal(At(15), deliveries[1].CreatedAt, "From when the hastened step counts");

            // The third one waits for quiet hours to end.
            var second = (await probe.ClaimAsync(16, 200)).Single().Delivery with { State = DeliveryState.Failed, Attempts = 1 };
            await probe.Outbox.SettleAsync(new DeliverySettlement(second, DeliveryAttempt.Failed("550"), At(16)) { HastensNext = true }, probe.Cancellation);
            Expect.Equal(At(30), (await probe.Outbox.FindAsync(new DeliveryId(message.Id, 3), probe.Cancellation))?.DueAt, "When a step that waits is due");
        }),

        Case("Settle_Acknowledgement_KeepsTheDeliverysOwnStateAndCancelsTheRest", async probe =>
        {
            var message = await LadderAsync(probe);
            var second = (await probe.ClaimAsync(25, 200)).Single(c => c.Delivery.Id.Number == 2).Delivery with { State = DeliveryState.Delivered, Attempts = 1 };
            var acknowledgement = new MessageAcknowledgement(message.Id, At(26), "+78124540101", AcknowledgementMethod.Digit);
            await probe.Outbox.SettleAsync(new DeliverySettlement(second, DeliveryAttempt.Accepted(), At(26)) { Acknowledgement = acknowledgement }, probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Equal(acknowledgement, await probe.Outbox.FindAcknowledgementAsync(message.Id, probe.Cancellation), "The acknowledgement");
            Expect.Sequence([(1, DeliveryState.Pending), (2, DeliveryState.Delivered), (3, DeliveryState.Cancelled)], await StatesAsync(probe, message), "The deliveries");
            await probe.Outbox.SettleAsync(
                new DeliverySettlement(second with { Id = new DeliveryId(message.Id, 1) }, DeliveryAttempt.Accepted(), At(27)) { Acknowledgement = acknowledgement with { At = At(27), Who = "later" } }, probe.Cancellation);
            Expect.Equal(acknowledgement, await probe.Outbox.FindAcknowledgementAsync(message.Id, probe.Cancellation), "The acknowledgement after a later one");
        }),

        Case("Settle_FromDelivered_ComesBackOnce", async probe =>
        {
            var message = await LadderAsync(probe);
            var delivered = (await probe.ClaimAsync(15, 200)).Single().Delivery with { State = DeliveryState.Delivered, Attempts = 1 };
            var bounced = new DeliverySettlement(delivered with { State = DeliveryState.Failed, Attempts = 2, LastError = "550", EscalatedAt = At(50) }, DeliveryAttempt.Failed("550"), At(50))
            {
                From = DeliveryState.Delivered,
                HastensNext = true,
            };
            await probe.Outbox.SettleAsync(bounced with { Attempt = null, HastensNext = false }, probe.Cancellation);
            Expect.Equal(DeliveryState.Pending, (await probe.Outbox.FindAsync(delivered.Id, probe.Cancellation))?.State, "A delivery that is not delivered yet");
            await probe.Outbox.SettleAsync(new DeliverySettlement(delivered, DeliveryAttempt.Delivered(), At(16)), probe.Cancellation);

            await probe.Outbox.SettleAsync(bounced, probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Equal(bounced.Delivery, await probe.Outbox.FindAsync(delivered.Id, probe.Cancellation), "A delivery that came back");
            Expect.Equal(2, (await probe.Outbox.ReadAttemptsAsync(delivered.Id, probe.Cancellation)).Count, "Its attempts");
            await probe.Outbox.SettleAsync(bounced with { Delivery = bounced.Delivery with { LastError = "again" } }, probe.Cancellation);
            Expect.Equal("550", (await probe.Outbox.FindAsync(delivered.Id, probe.Cancellation))?.LastError, "Its error after it was reported again");
        }),

        Case("Settle_Passed_IsCountedAndNoLongerClaimed", async probe =>
        {
            var message = await LadderAsync(probe);
            var passed = (await probe.ClaimAsync(15, 200)).Single().Delivery with { State = DeliveryState.Passed, Attempts = 1, LastError = "busy" };
            await probe.Outbox.SettleAsync(new DeliverySettlement(passed, DeliveryAttempt.NotReached("busy"), At(16)), probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Equal(passed, await probe.Outbox.FindAsync(passed.Id, probe.Cancellation), "A delivery that reached nobody");
            Expect.Equal(DeliveryOutcome.NotReached, (await probe.Outbox.ReadAttemptsAsync(passed.Id, probe.Cancellation)).Single().Attempt.Outcome, "Its attempt");
            var counts = await probe.Outbox.CountAsync(At(-1000), probe.Cancellation);
            Expect.Equal((3L, 2L, 1L), (counts.Deliveries, counts.Pending, counts.Passed), "All, pending and passed deliveries");
            Expect.Sequence([2, 3], await probe.ClaimNumbersAsync(10_000, 20_000), "What can be claimed afterwards");
        }),

        Case("Held_Delivery_IsNotClaimedAndPickedUpOnce", async probe =>
        {
            var call = probe.NewCall();
            var message = Message(call, 1);
            var held = Delivery(message, 1, At(10)) with { State = DeliveryState.Held, CreatedAt = At(10), Channel = "hold" };
            await probe.AppendAsync(call, 0, [Received(At(0)), new MessageTaken(At(1), message)], [held]);
            await probe.ReopenAsync();
            Expect.Sequence([], await probe.ClaimNumbersAsync(10_000, 20_000), "What can be claimed");
            Expect.Sequence([held], await probe.Outbox.ListAsync(new DeliveryFilter(TenantScope.Of(held.Company), DeliveryState.Held), probe.Cancellation), "What is kept");
            Expect.Equal(1L, (await probe.Outbox.CountAsync(At(-1000), probe.Cancellation)).Held, "How many are kept");

            var pickedUp = new DeliverySettlement(held with { State = DeliveryState.Delivered, Attempts = 1 }, DeliveryAttempt.Delivered("picked up by Anna"), At(50))
            {
                From = DeliveryState.Held,
                Acknowledgement = new MessageAcknowledgement(message.Id, At(50), "Anna", AcknowledgementMethod.PickUp),
            };
            await probe.Outbox.SettleAsync(pickedUp, probe.Cancellation);

            await probe.ReopenAsync();
            Expect.Equal(DeliveryState.Delivered, (await probe.Outbox.FindAsync(held.Id, probe.Cancellation))?.State, "A delivery that was picked up");
            Expect.Equal("Anna", (await probe.Outbox.FindAcknowledgementAsync(message.Id, probe.Cancellation))?.Who, "Who has acknowledged it");
            Expect.Sequence([], await probe.Outbox.ListAsync(new DeliveryFilter(TenantScope.Office, DeliveryState.Held), probe.Cancellation), "What is still kept");
        }),

        Case("Append_Correction_AcknowledgesTheWrongMessageAndCancelsWhatIsLeft", async probe =>
        {
            var (wrong, other) = (await LadderAsync(probe, 1), await LadderAsync(probe, 2));
            var first = (await probe.ClaimAsync(15, 200)).Single(c => c.Message.Id == wrong.Id).Delivery with { State = DeliveryState.Delivered, Attempts = 1 };
            await probe.Outbox.SettleAsync(new DeliverySettlement(first, DeliveryAttempt.Delivered(), At(16)), probe.Cancellation);
            var held = Message(wrong.Call, 4) with { Corrects = wrong.Id };
            var right = Message(wrong.Call, 5) with { Corrects = held.Id };

            await probe.AppendAsync(wrong.Call, 2, [new MessageTaken(At(17), held)], [Delivery(held, 1, At(17)) with { State = DeliveryState.Held }]);
            await probe.AppendAsync(wrong.Call, 3, [new MessageTaken(At(18), right)], [Delivery(right, 1, At(18))]);

            await probe.ReopenAsync();
            Expect.Equal(
                new MessageAcknowledgement(wrong.Id, At(17), held.Id.ToString(), AcknowledgementMethod.Correction), await probe.Outbox.FindAcknowledgementAsync(wrong.Id, probe.Cancellation), "What the wrong message has");
            Expect.Sequence(
                [(wrong.Id, 1, DeliveryState.Delivered), (wrong.Id, 2, DeliveryState.Cancelled), (wrong.Id, 3, DeliveryState.Cancelled), (held.Id, 1, DeliveryState.Cancelled), (right.Id, 1, DeliveryState.Pending)],
                (await probe.Outbox.ReadAsync(wrong.Call, probe.Cancellation)).Select(d => (d.Id.Message, d.Id.Number, d.State)),
                "The deliveries of the call");
            Expect.Equal<MessageAcknowledgement?>(null, await probe.Outbox.FindAcknowledgementAsync(right.Id, probe.Cancellation), "What the correction has");
            Expect.Sequence([(1, DeliveryState.Pending), (2, DeliveryState.Pending), (3, DeliveryState.Pending)], await StatesAsync(probe, other), "The deliveries of another call");
        }),

        Case("List_UnacknowledgedOnly_LeavesOutWhatSomebodyHasSeenTo", async probe =>
        {
            var (first, second) = (await LadderAsync(probe, 1), await LadderAsync(probe, 2));
            await probe.Outbox.AcknowledgeAsync(new MessageAcknowledgement(first.Id, At(11), "anna", AcknowledgementMethod.Operator), probe.Cancellation);
            var list = await probe.Outbox.ListAsync(new DeliveryFilter(TenantScope.Office) { UnacknowledgedOnly = true }, probe.Cancellation);
            Expect.Sequence([second.Id, second.Id, second.Id], list.Select(d => d.Id.Message), "The messages of the deliveries");
        }),

        Case("Find_Delivery_IsItOrNothing", async probe =>
        {
            var message = await LadderAsync(probe);
            Expect.Equal((await probe.Outbox.ReadAsync(message.Call, probe.Cancellation))[1], await probe.Outbox.FindAsync(new DeliveryId(message.Id, 2), probe.Cancellation), "A delivery");
            Expect.Equal<MessageDelivery?>(null, await probe.Outbox.FindAsync(new DeliveryId(message.Id, 4), probe.Cancellation), "An unknown delivery");
        }),
    ];

    /// <summary>A message with a step due at 10 s, another at 20 s, and a third, which waits for quiet hours to end, at 30 s.</summary>
    private static async Task<Message> LadderAsync(JournalProbe probe, int number = 1)
    {
        var call = probe.NewCall();
        var message = Message(call, number);
        MessageDelivery[] deliveries =
        [
            Delivery(message, 1, At(10)) with { CreatedAt = At(10) },
            Delivery(message, 2, At(20)) with { CreatedAt = At(20), UnlessAcknowledged = true, FollowsFailure = true, Turn = 2 },
            Delivery(message, 3, At(30)) with { CreatedAt = At(30), UnlessAcknowledged = true },
        ];
        await probe.AppendAsync(call, 0, [Received(At(0)), new MessageTaken(At(1), message)], deliveries);
        return message;
    }

    private static DeliverySettlement Retry(MessageDelivery delivery) =>
        new(delivery with { Attempts = 1, DueAt = At(6000), LastError = "450" }, DeliveryAttempt.RetryLater("450"), At(50));

    private static async Task<IEnumerable<(int Number, DeliveryState State)>> StatesAsync(JournalProbe probe, Message message) =>
        (await probe.Outbox.ReadAsync(message.Call, probe.Cancellation)).Select(d => (d.Id.Number, d.State));
}
