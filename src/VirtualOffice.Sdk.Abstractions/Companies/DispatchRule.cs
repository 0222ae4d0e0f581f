using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Companies;

/// <summary>How messages of a kind reach people. The first rule of a company that fits a message is taken.</summary>
public sealed record DispatchRule
{
    /// <summary>The urgency it is for; null for every one.</summary>
    public MessageUrgency? Urgency { get; init; }

    /// <summary>The kind of message it is for; null for every one.</summary>
    public MessageKind? Kind { get; init; }

    /// <summary>What becomes of a step to an employee who is away when its time comes, as far as that is known when the message is taken; told all the same by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AwayRecipients Away { get; init; }

    /// <summary>Who is told, in this order; at least one.</summary>
    public required IReadOnlyList<DispatchStep> Steps { get; init; }

    /// <summary>Whether it is for a message.</summary>
    public bool Fits(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (Urgency ?? message.Urgency) == message.Urgency && (Kind ?? message.Kind) == message.Kind;
    }
}
