namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>What was looked at before a change.</summary>
internal sealed record RevisionRequest(int Revision, string? BasedOn);
