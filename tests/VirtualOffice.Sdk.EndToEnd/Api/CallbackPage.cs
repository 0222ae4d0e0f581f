namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A page of the list of callers to be called back, oldest first.</summary>
internal sealed record CallbackPage(Callback[] Callbacks, string? Next);
