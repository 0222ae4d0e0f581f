using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Intake;

/// <summary>Refuses callers whom the company has blocked, and treats those who withhold their number as it wishes.</summary>
internal sealed class UnwantedCallers : ICallMiddleware
{
    public string Name => "unwanted-callers";

    public ValueTask ApplyAsync(CallIntake intake, CancellationToken cancellationToken)
    {
        var rules = intake.Company.Callers;
        if (intake.Caller.Number is { } number && rules.Blocked.Contains(number))
        {
            intake.Refuse(RefusalReason.Blocked);
        }
        else if (intake.Caller.IsWithheld && rules.Anonymous == AnonymousCallers.Refuse)
        {
            intake.Refuse(RefusalReason.Blocked);
        }
        else if (intake.Caller.IsWithheld && rules.Anonymous == AnonymousCallers.Message)
        {
            intake.TakesMessage = true;
        }

        return ValueTask.CompletedTask;
    }
}
