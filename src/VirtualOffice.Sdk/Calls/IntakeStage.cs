using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Finds the company by the number dialled, and what is to be done with the call. Nothing audible, so it may run twice.</summary>
internal sealed class IntakeStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        if (!await TryPlanAsync(call))
        {
            call.Refuse(RefusalReason.UnknownNumber);
        }
    }

    /// <summary>False when the number dialled is no company's. Also for callers who hung up before intake: their company shall know of them.</summary>
    public static async Task<bool> TryPlanAsync(CallSession call)
    {
        var record = call.Record;
        if (call.Services.Companies.FindByDialledNumber(record.Dialled) is not { } company)
        {
            return false;
        }

        if (record.CallsBack is { } original)
        {
            await PlanCallbackAsync(call, company, original);
            return true;
        }

        var intake = new CallIntake(call.Id, record.Dialled, record.Caller, record.ReceivedAt, company);
        await call.Services.Intake.RunAsync(intake, call.Stopping);
        var isOpen = OpeningHours.DecideAt(company, record.ReceivedAt).IsOpen;
        var script = intake.TakesMessage ? null : ScriptSelection.Find(company, intake.CallType?.Id, isOpen);
        await call.AppendAsync(new CallPlanned(call.Now(), company.Id, company.Version, company.Greeting.Prompt is not null, isOpen)
        {
            Priority = intake.Priority,
            Facts = intake.Facts == new CallerFacts() ? null : intake.Facts,
            PlaceFrom = intake.PlaceFrom == record.ReceivedAt ? null : intake.PlaceFrom,
            CallType = intake.CallType?.Id,
            Language = intake.Language,
            Script = script?.Name,
            ScriptStep = script?.Steps[0].Name,
            TakesMessage = intake.TakesMessage,
            Refusal = intake.Refusal,
        });
        return true;
    }

    /// <summary>Who is called back has the place and the priority of the call that was not served. No step of the intake turns away a call the office places itself.</summary>
    private static async Task PlanCallbackAsync(CallSession call, CompanyDefinition company, CallId original)
    {
        var history = await call.Services.Journal.ReadAsync(original, call.Stopping);
        var missed = CallRecord.Fold(original, history?.Events ?? []);
        await call.AppendAsync(new CallPlanned(call.Now(), company.Id, company.Version, HasGreeting: false, IsOpen: true)
        {
            Priority = missed.Priority,
            Facts = missed.Facts,
            PlaceFrom = missed.EnqueuedAt ?? missed.ReceivedAt,
        });
    }
}
