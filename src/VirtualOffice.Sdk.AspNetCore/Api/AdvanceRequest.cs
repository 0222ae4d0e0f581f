namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A step of a script to be left.</summary>
/// <param name="Exit">The way out; <c>next</c> when null.</param>
/// <param name="Step">The step that was shown: when the call is at another, nothing is done. Null for whichever it is at.</param>
internal sealed record AdvanceRequest(string? Exit = null, string? Step = null);
