namespace VirtualOffice.Sdk.Messages;

/// <summary>A message that nobody took, to show how a company's messages read.</summary>
/// <param name="Message">The message, with values that are made up, filled into the company's template.</param>
/// <param name="MergeFields">The merge fields that the template may have.</param>
public sealed record MessageExample(Message Message, IReadOnlyList<string> MergeFields);
