using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>How the delivery of a message to one recipient stands.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Call">The call the message was taken in.</param>
/// <param name="Company">The company.</param>
/// <param name="Channel">The name of the notification channel, for example <c>email</c>.</param>
/// <param name="Recipient">The address in that channel.</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">How many attempts were made.</param>
/// <param name="DueAt">When the next attempt is due, UTC; meaningless unless pending.</param>
/// <param name="LastError">Why the last attempt failed; null when it did not.</param>
public sealed record MessageDelivery(
    DeliveryId Id,
    CallId Call,
    CompanyId Company,
    string Channel,
    string Recipient,
    DeliveryState State,
    int Attempts,
    DateTimeOffset DueAt,
    string? LastError)
{
    /// <summary>When the message was saved, UTC; of a later step of a dispatch rule, when its time comes.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it is a later step of a dispatch rule, which is cancelled when the message is acknowledged.</summary>
    public bool UnlessAcknowledged { get; init; }

    /// <summary>Whether it is made at once when the step before it fails. Not so when it has to wait for quiet hours to end.</summary>
    public bool FollowsFailure { get; init; }

    /// <summary>The turn of the dispatch rule it belongs to, from 1: those of one turn are told one after the other until somebody accepts. 0 without a rule, and for escalations.</summary>
    public int Turn { get; init; }

    /// <summary>When a person was told that it is not delivered, UTC; null when nobody had to be.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }
}
