namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>What became of a message on its way to one address.</summary>
internal sealed record Delivery(string Recipient, string State, int Attempts, string? LastError);
