using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A command that was carried out.</summary>
/// <param name="Id">The id its sender gave it.</param>
/// <param name="Call">The call it was for.</param>
/// <param name="Fingerprint">Says what was commanded: the same id with another fingerprint is a conflict.</param>
/// <param name="Answer">What was answered; the sender of the same command again gets the same.</param>
/// <param name="At">When, UTC.</param>
public sealed record ProcessedCommand(CommandId Id, CallId Call, string Fingerprint, string Answer, DateTimeOffset At);
