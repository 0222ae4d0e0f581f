namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Something to choose: what is sent, and what is read.</summary>
internal sealed record DeskChoiceView(string Id, string Name);
