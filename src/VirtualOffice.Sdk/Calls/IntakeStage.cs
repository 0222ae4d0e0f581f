using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;

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

        var intake = new CallIntake(call.Id, record.Dialled, record.Caller, record.ReceivedAt, company);
        await call.Services.Intake.RunAsync(intake, call.Stopping);
        var greeting = Greetings.Decide(company, record.ReceivedAt, intake.CallType?.Id, intake.Language).Greeting;
        await call.AppendAsync(new CallPlanned(call.Now(), company.Id, company.Version, greeting.Prompt is not null, OpeningHours.DecideAt(company, record.ReceivedAt).IsOpen)
        {
            Priority = intake.Priority,
            Facts = intake.Facts == new CallerFacts() ? null : intake.Facts,
            PlaceFrom = intake.PlaceFrom == record.ReceivedAt ? null : intake.PlaceFrom,
            CallType = intake.CallType?.Id,
            Language = intake.Language,
            TakesMessage = intake.TakesMessage,
            Refusal = intake.Refusal,
        });
        return true;
    }
}
