namespace VirtualOffice.Sdk.Intake;

/// <summary>
/// A step of the intake, between a call's coming and the first thing a caller hears. Steps run one after the other: the office's own first, then the host's
/// in the order they were added. One that throws, or takes longer than two seconds, is passed over with an alarm; a call is never lost by it.
/// After a crash a call's intake may run again.
/// </summary>
public interface ICallMiddleware
{
    /// <summary>The step's name, for log and telemetry; unique in an office.</summary>
    string Name { get; }

    /// <summary>Looks at a call and changes what is to be done with it.</summary>
    ValueTask ApplyAsync(CallIntake intake, CancellationToken cancellationToken);
}
