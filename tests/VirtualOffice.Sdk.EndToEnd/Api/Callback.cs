namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A caller to be called back.</summary>
internal sealed record Callback(string Call, string Company, string Number, string Outcome, string Stage, string? EndedBy, string? CalledAgain);
