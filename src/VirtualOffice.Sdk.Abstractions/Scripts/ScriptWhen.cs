using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Which calls a script is for. Of several that fit, the narrowest counts: one for a call type before one for all, then one for these hours before one for all hours.</summary>
/// <param name="CallType">The call type; null for all calls.</param>
/// <param name="Hours">Whether the company is open; open by default.</param>
public sealed record ScriptWhen(CallTypeId? CallType = null, ScriptHours Hours = ScriptHours.Open);
