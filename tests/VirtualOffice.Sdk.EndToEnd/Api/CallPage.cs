namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A page of the list of calls, newest first.</summary>
internal sealed record CallPage(Call[] Calls, string? Next);
