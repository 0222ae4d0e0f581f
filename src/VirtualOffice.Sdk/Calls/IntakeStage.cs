namespace VirtualOffice.Sdk.Calls;

/// <summary>Finds the company by the number dialled, and whether it is open. Nothing audible, so it may run twice.</summary>
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
        if (call.Services.Companies.FindByDialledNumber(call.Record.Dialled) is not { } company)
        {
            return false;
        }

        await call.AppendAsync(new CallPlanned(call.Now(), company.Id, company.Version, company.Greeting.Prompt is not null, company.IsOpenAt(call.Record.ReceivedAt)));
        return true;
    }
}
