namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>One number of an employee that was called.</summary>
internal sealed record Attempt(string Number, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, string? Result);
