using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages;

/// <summary>A message taken for a company. Immutable.</summary>
public sealed record Message
{
    /// <summary>The message.</summary>
    public required MessageId Id { get; init; }

    /// <summary>The call it was taken in.</summary>
    public required CallId Call { get; init; }

    /// <summary>Who took it.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>How urgent it is; routine for messages of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MessageUrgency Urgency { get; init; }

    /// <summary>For which company.</summary>
    public required CompanyId Company { get; init; }

    /// <summary>The company's name when it was taken.</summary>
    public required string CompanyName { get; init; }

    /// <summary>For which employee; null when for nobody in particular.</summary>
    public EmployeeId? Employee { get; init; }

    /// <summary>The employee's name when it was taken.</summary>
    public string? EmployeeName { get; init; }

    /// <summary>Who called.</summary>
    public required CallerId Caller { get; init; }

    /// <summary>The number dialled.</summary>
    public required string Dialled { get; init; }

    /// <summary>When the call was received, in the company's local time.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Why the caller called; null when nothing told.</summary>
    public CallTypeId? CallType { get; init; }

    /// <summary>The script that was followed; null for none.</summary>
    public string? Script { get; init; }

    /// <summary>The version of the company's definition that the script is of; null without a script.</summary>
    public string? ScriptVersion { get; init; }

    /// <summary>What was gathered, in the order it was asked. Untrusted text.</summary>
    public IReadOnlyList<MessageField> Fields { get; init => field = value ?? []; } = [];

    /// <summary>The subject, as the company's template had it when the message was taken; null for the channel's own. Untrusted text.</summary>
    public string? Subject { get; init; }

    /// <summary>The text, as the company's template had it when the message was taken; null for the channel's own, which tells the <see cref="Fields"/>. Untrusted text.</summary>
    public string? Text { get; init; }

    /// <summary>The message whose place it takes, because that one was wrong; null for none. Both are kept, and what was not yet delivered of the wrong one is cancelled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MessageId? Corrects { get; init; }

    /// <summary>The voice message; null when there is none.</summary>
    public RecordingId? Recording { get; init; }
}
