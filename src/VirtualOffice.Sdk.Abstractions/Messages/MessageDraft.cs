using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>A message to be taken.</summary>
/// <param name="Employee">For whom; null for the company's common address.</param>
/// <param name="Fields">What was gathered: at least one field, at most 50.</param>
public sealed record MessageDraft(EmployeeId? Employee, IReadOnlyList<MessageField> Fields)
{
    /// <summary>How urgent it is; routine by default.</summary>
    public MessageUrgency Urgency { get; init; }
}
