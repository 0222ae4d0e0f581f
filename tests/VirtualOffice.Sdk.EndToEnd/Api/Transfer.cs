namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A caller sent on to an employee, number by number.</summary>
internal sealed record Transfer(string Employee, DateTimeOffset At, DateTimeOffset? EndedAt, string? Result, string? Consult)
{
    public Attempt[] Attempts { get; init; } = [];
}
