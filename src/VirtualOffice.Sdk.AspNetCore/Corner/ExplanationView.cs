namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>What would become of a call.</summary>
internal sealed record ExplanationView(DateTimeOffset At, bool IsOpen, IReadOnlyList<string> Lines);
