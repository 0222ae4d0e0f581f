using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What the operator has typed so far is kept, so that no crash loses it. Fields that are not named stay as they were.</summary>
/// <param name="At">When.</param>
/// <param name="Fields">The fields that changed; one with an empty value is gone. Untrusted text, not checked.</param>
public sealed record DraftSaved(DateTimeOffset At, IReadOnlyList<MessageField> Fields) : CallEvent(At);

/// <summary>The caller asked something, which is counted for the company. Of the same question in a call the last one counts.</summary>
/// <param name="At">When.</param>
/// <param name="Question">What, and whether it was answered.</param>
public sealed record QuestionAsked(DateTimeOffset At, AskedQuestion Question) : CallEvent(At);
