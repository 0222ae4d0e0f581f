namespace VirtualOffice.Sdk.Testing;

/// <summary>Something that happened in a scenario.</summary>
internal sealed record ScenarioNote(DateTimeOffset At, string Who, string What);
