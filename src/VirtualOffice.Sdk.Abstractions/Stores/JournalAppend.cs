using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// Events to be appended to one call's journal, with the deliveries they cause and the commands that caused them, in one transaction. With a message that corrects another
/// (<see cref="Message.Corrects"/>) the other is acknowledged, unless it was before, by <see cref="AcknowledgementMethod.Correction"/>, and its pending and held deliveries are cancelled.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="ExpectedVersion">How many events the journal must have; 0 for a new call.</param>
/// <param name="Events">The events, at least one.</param>
/// <param name="Deliveries">New deliveries of the messages in <paramref name="Events"/>.</param>
public sealed record JournalAppend(CallId Call, long ExpectedVersion, IReadOnlyList<CallEvent> Events, IReadOnlyList<MessageDelivery> Deliveries)
{
    /// <summary>Commands that are carried out by this append; none by default.</summary>
    public IReadOnlyList<ProcessedCommand> Commands { get; init => field = value ?? []; } = [];
}
