using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A number being dialled, or dialled.</summary>
internal sealed record DeskAttemptView(string Number, string? Name, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, AttemptResult? Result)
{
    public static DeskAttemptView Of(TransferAttempt attempt, CompanyDefinition company) => new(
        attempt.Number.ToString(), attempt.Employee is { } id ? company.FindEmployee(id)?.Name ?? id.Value : null, attempt.At, attempt.AnsweredAt, attempt.EndedAt, attempt.Result);
}
