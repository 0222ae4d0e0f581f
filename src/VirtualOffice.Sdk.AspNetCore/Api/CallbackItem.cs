using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record CallbackItem(
    string Call,
    string Company,
    string Number,
    string? Name,
    DateTimeOffset CalledAt,
    CallOutcomeKind Outcome,
    CallStage Stage,
    double? WaitedSeconds,
    DateTimeOffset? EndedAt,
    string? EndedBy,
    string? Note,
    string? CalledAgain)
{
    public static CallbackItem Of(CallbackTask task) => new(
        task.Call.ToString(),
        task.Company.Value,
        task.Number.ToString(),
        task.Name,
        task.CalledAt,
        task.Outcome,
        task.Stage,
        task.Waited?.TotalSeconds,
        task.End?.At,
        task.End?.By,
        task.End?.Note,
        task.End?.CalledAgain?.ToString());
}
