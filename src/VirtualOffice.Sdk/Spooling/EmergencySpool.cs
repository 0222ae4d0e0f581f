namespace VirtualOffice.Sdk.Spooling;

/// <summary>That an office has an emergency spool, and where.</summary>
/// <param name="Open">Opens its storage.</param>
/// <param name="MaxBytes">How large it may become.</param>
internal sealed record EmergencySpool(Func<ISpoolStorage> Open, long MaxBytes);
