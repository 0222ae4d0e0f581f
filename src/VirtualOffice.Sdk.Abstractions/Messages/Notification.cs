namespace VirtualOffice.Sdk.Messages;

/// <summary>What a channel is to deliver.</summary>
/// <param name="Delivery">The delivery: its id is the same in every attempt, and so must be what the recipient's side recognises duplicates by (an e-mail's Message-ID).</param>
/// <param name="Message">The message.</param>
/// <param name="OpenRecordingAsync">Opens the voice message as WAV; null when the message has none. The caller disposes the stream, which is null when the file is missing.</param>
public sealed record Notification(MessageDelivery Delivery, Message Message, Func<CancellationToken, Task<Stream?>>? OpenRecordingAsync)
{
    /// <summary>Where the recipient acknowledges the message; null when the office has no such place.</summary>
    public Uri? AcknowledgeLink { get; init; }

    /// <summary>Where the recipient hears the voice message, instead of having it as a file; null when it goes as a file, or there is none.</summary>
    public Uri? RecordingLink { get; init; }

    /// <summary>Cancelled when somebody acknowledges the message meanwhile: who has not been reached by then need not be. What has begun may go on.</summary>
    public CancellationToken Acknowledged { get; init; }
}
