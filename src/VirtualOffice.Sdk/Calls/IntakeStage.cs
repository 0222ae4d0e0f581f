namespace VirtualOffice.Sdk.Calls;

/// <summary>Finds the company by the number dialled, and whether it is open. Nothing audible, so it may run twice.</summary>
internal sealed class IntakeStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var company = call.Services.Companies.FindByDialledNumber(call.Record.Dialled);
        if (company is null)
        {
            call.Refuse(RefusalReason.UnknownNumber);
            return;
        }

        var now = call.Now();
        await call.AppendAsync(new CallPlanned(now, company.Id, company.Version, company.Greeting.Prompt is not null, company.IsOpenAt(now)));
    }
}
