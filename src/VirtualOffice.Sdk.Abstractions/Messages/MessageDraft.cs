using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>A message to be taken.</summary>
/// <param name="Employee">For whom; null for the company's common address.</param>
/// <param name="Fields">What was gathered: at least one field, at most 50.</param>
public sealed record MessageDraft(EmployeeId? Employee, IReadOnlyList<MessageField> Fields)
{
    /// <summary>How urgent it is; routine by default.</summary>
    public MessageUrgency Urgency { get; init; }

    /// <summary>The message of the same call whose place it takes, because that one was wrong; null for a new one. What the draft says is all that the correction says: nothing is taken over.</summary>
    public MessageId? Corrects { get; init; }
}
