namespace VirtualOffice.Sdk.Messages;

/// <summary>One thing gathered from the caller.</summary>
/// <param name="Name">What was asked, at most 60 characters.</param>
/// <param name="Value">The answer, at most 10,000 characters; untrusted text.</param>
public sealed record MessageField(string Name, string Value);
