using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Who calls. Untrusted text.</summary>
internal sealed record DeskCallerView(string? Number, string? Text, string? Name, string? KnownAs, string? Note, CallPriority Priority, bool IsRedial, string? LastCall);
