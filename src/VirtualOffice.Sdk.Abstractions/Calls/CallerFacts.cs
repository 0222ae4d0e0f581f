namespace VirtualOffice.Sdk.Calls;

/// <summary>What is known of a caller, for the operator.</summary>
/// <param name="Name">Who it is, as the company or the host knows; null for nobody known.</param>
/// <param name="Note">What the operator should know; null for nothing.</param>
/// <param name="LastCall">The same number's last call to the company; null when there is none.</param>
/// <param name="IsRedial">Whether that call ended unserved so shortly before that the time waited then counts.</param>
public sealed record CallerFacts(string? Name = null, string? Note = null, CallId? LastCall = null, bool IsRedial = false);
