using System.Text.Json;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What the cases of the journal do with it.</summary>
internal sealed class JournalProbe(IJournalTestBench bench, CancellationToken cancellationToken)
{
    private int _calls;

    public ICallJournal Journal => bench.Journal;

    public IMessageOutbox Outbox => bench.Outbox;

    public CancellationToken Cancellation => cancellationToken;

    public Task ReopenAsync() => bench.ReopenAsync(cancellationToken);

    /// <summary>A new call; each sorts after the one before.</summary>
    public CallId NewCall() => new(new Guid(0x019C0000 + ++_calls, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));

    public Task AppendAsync(CallId call, long version, params CallEvent[] events) => AppendAsync(call, version, events, []);

    public Task AppendAsync(CallId call, long version, IReadOnlyList<CallEvent> events, IReadOnlyList<MessageDelivery> deliveries) =>
        Journal.AppendAsync(new JournalAppend(call, version, events, deliveries), cancellationToken);

    public async Task<CallId> ReceivedAsync(CompanyId? company = null)
    {
        var call = NewCall();
        CallEvent received = CallEventSamples.Received(CallEventSamples.At(_calls));
        await AppendAsync(call, 0, company is { } id ? [received, CallEventSamples.Planned(id)] : [received], []);
        return call;
    }

    /// <summary>A call with a message whose deliveries are due at the given seconds.</summary>
    public async Task<(CallId Call, Message Message)> MessageAsync(params double[] dueAt)
    {
        var call = NewCall();
        var message = CallEventSamples.Message(call, _calls);
        await AppendAsync(
            call,
            0,
            [CallEventSamples.Received(CallEventSamples.At(0)), new MessageTaken(CallEventSamples.At(1), message)],
            [.. dueAt.Select((due, i) => CallEventSamples.Delivery(message, i + 1, CallEventSamples.At(due)))]);
        return (call, message);
    }

    public async Task<IReadOnlyList<CallEvent>> ReadAsync(CallId call) =>
        Expect.NotNull(await Journal.ReadAsync(call, cancellationToken), $"Call {call} was appended and is not found.").Events;

    public async Task<IReadOnlyList<CallId>> OpenAsync()
    {
        var open = new List<CallId>();
        await foreach (var history in Journal.ReadOpenAsync(cancellationToken))
        {
            open.Add(history.Call);
        }

        return open;
    }

    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(double now, double until, int max = 100) =>
        Outbox.ClaimAsync(max, CallEventSamples.At(now), CallEventSamples.At(until), cancellationToken);

    public async Task<IEnumerable<int>> ClaimNumbersAsync(double now, double until, int max = 100) =>
        (await ClaimAsync(now, until, max)).Select(claimed => claimed.Delivery.Id.Number);

    /// <summary>Events as text: records that hold lists are not equal by themselves.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
