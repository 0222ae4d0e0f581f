using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Intake;

/// <summary>Recognises callers whom the company knows: who they are, what to mind, before whom they are served.</summary>
internal sealed class KnownCallers : ICallMiddleware
{
    public string Name => "known-callers";

    public ValueTask ApplyAsync(CallIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Caller.Number is { } number && intake.Company.Callers.Known.FirstOrDefault(k => k.Number == number) is { } known)
        {
            intake.Facts = intake.Facts with { Name = known.Name, Note = known.Note };
            intake.Priority = known.Priority;
        }

        return ValueTask.CompletedTask;
    }
}
