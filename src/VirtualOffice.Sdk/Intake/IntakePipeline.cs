using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Intake;

/// <summary>Runs the steps of the intake: the office's own, then the host's.</summary>
internal sealed partial class IntakePipeline(IReadOnlyList<ICallMiddleware> steps, TimeProvider clock, ILogger<IntakePipeline> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The office's own steps.</summary>
    public static IReadOnlyList<ICallMiddleware> BuiltIn(ICallIndex index) => [new UnwantedCallers(), new KnownCallers(), new ReturningCallers(index)];

    public async Task RunAsync(CallIntake intake, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            try
            {
                var applied = step.ApplyAsync(intake, cancellationToken);
                if (!applied.IsCompletedSuccessfully)
                {
                    await applied.AsTask().WaitAsync(Patience, clock, cancellationToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(logger, intake.Call, step.Name, e);
            }

            if (intake.Refusal is not null)
            {
                LogRefused(logger, intake.Call, intake.Company.Id.Value, intake.Refusal.Value, step.Name);
                return;
            }
        }
    }

    [LoggerMessage(1040, LogLevel.Error, "Call {Call}: the intake's step '{Step}' failed and is passed over")]
    private static partial void LogFailed(ILogger logger, CallId call, string step, Exception exception);

    [LoggerMessage(1041, LogLevel.Information, "Call {Call} to {Company} is refused ({Reason}) by the intake's step '{Step}'")]
    private static partial void LogRefused(ILogger logger, CallId call, string company, RefusalReason reason, string step);
}
