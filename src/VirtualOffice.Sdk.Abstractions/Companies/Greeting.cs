using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>How callers of a company are greeted.</summary>
/// <param name="Text">What the operator reads; placeholders such as <c>{operator.name}</c> and <c>{daypart}</c> are filled in. Null: the company's name.</param>
/// <param name="Prompt">A recorded greeting, played before an operator is rung. Null: the caller hears ringing.</param>
public sealed record Greeting(string? Text, RecordedPrompt? Prompt);
