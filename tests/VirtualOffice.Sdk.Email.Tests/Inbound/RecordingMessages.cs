using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Email.Tests;

/// <summary>Messages of an office that note what they are told. Only the delivery of the samples exists.</summary>
internal sealed class RecordingMessages : IMessages
{
    private const string Known = "0195600000007000800000000000000b.2@office.example";

    public List<(string Id, string? From)> Replies { get; } = [];

    public List<(string Id, string Reason, bool IsFinal)> Bounces { get; } = [];

    public Task<MessageAcknowledgement?> AcknowledgeByReplyAsync(string messageId, string? from = null, CancellationToken cancellationToken = default)
    {
        if (messageId != Known)
        {
            return Task.FromResult<MessageAcknowledgement?>(null);
        }

        Replies.Add((messageId, from));
        return Task.FromResult<MessageAcknowledgement?>(new MessageAcknowledgement(Samples.Delivery.Message, default, from ?? "", AcknowledgementMethod.Reply));
    }

    public Task<bool> ReportBounceAsync(string messageId, string reason, bool isFinal = true, CancellationToken cancellationToken = default)
    {
        Bounces.Add((messageId, reason, isFinal));
        return Task.FromResult(messageId == Known);
    }

    public Task<IReadOnlyList<MessageDelivery>> ListDeliveriesAsync(CallId call, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<MessageDelivery>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<RecordedAttempt>> ListAttemptsAsync(DeliveryId delivery, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<bool> RetryAsync(DeliveryId delivery, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MessageAcknowledgement?> AcknowledgeAsync(string token, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MessageAcknowledgement?> AcknowledgeAsync(MessageId message, string who, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<bool> PickUpAsync(DeliveryId delivery, string who, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<MessageLogEntry>> ReadLogAsync(MessageId message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<MessageAcknowledgement?> FindAcknowledgementAsync(MessageId message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<LinkedRecording?> OpenRecordingAsync(string token, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public MessageExample ExampleFor(Companies.CompanyDefinition definition) => throw new NotSupportedException();
}
