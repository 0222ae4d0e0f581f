using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What a call was about and how it went, in the operator's words.</summary>
/// <param name="Code">The code: 1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
/// <param name="Note">More on it, at most 2,000 characters; null for nothing.</param>
/// <param name="By">Which operator set it; null when nobody said.</param>
public sealed record CallDisposition(string Code, string? Note, OperatorId? By);
