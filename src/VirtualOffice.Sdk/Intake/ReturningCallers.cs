using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Intake;

/// <summary>Finds the caller's last call to the company; who had hung up in the queue shortly before is credited with the time waited then.</summary>
internal sealed class ReturningCallers(ICallIndex index) : ICallMiddleware
{
    public string Name => "returning-callers";

    public async ValueTask ApplyAsync(CallIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Caller.Number is not { } number)
        {
            return;
        }

        var filter = new CallFilter(TenantScope.Of(intake.Company.Id), intake.Call, Limit: 1) { Caller = number };
        if (await index.ListCallsAsync(filter, cancellationToken) is not [var last, ..])
        {
            return;
        }

        var isRedial = last is { Outcome: CallOutcomeKind.Abandoned, EndedAt: { } ended } && intake.ReceivedAt - ended <= intake.Company.Callers.RedialWithin;
        intake.Facts = intake.Facts with { LastCall = last.Call, IsRedial = isRedial };
        if (isRedial && last.EndedAt - last.ReceivedAt is { } waited && waited > TimeSpan.Zero)
        {
            intake.PlaceFrom = intake.ReceivedAt - waited;
        }
    }
}
