namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>How long the work after a call shall last from now; null for until its end is told.</summary>
internal sealed record WrapUpRequest(TimeSpan? Time);
