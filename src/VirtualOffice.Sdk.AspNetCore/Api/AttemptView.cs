using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record AttemptView(string Number, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, AttemptResult? Result)
{
    public static AttemptView Of(TransferAttempt attempt) => new(attempt.Number.ToString(), attempt.At, attempt.AnsweredAt, attempt.EndedAt, attempt.Result);
}
