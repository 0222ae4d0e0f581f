using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>
/// A kind of step of the host's own, which companies' scripts may use beside the built-in ones. Register it with <c>AddScriptStep</c>. Safe for concurrent use.
/// </summary>
public interface IScriptStep
{
    /// <summary>The kind's name, as scripts write it; unique in an office.</summary>
    string Name { get; }

    /// <summary>Its settings and exits.</summary>
    ScriptStepKind Kind { get; }

    /// <summary>What the operator is shown at such a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="call">The call.</param>
    string Show(ScriptStep step, CallRecord call);

    /// <summary>
    /// Runs the step for a caller without an operator, who hears music meanwhile. After a crash of the host it runs again, from its beginning; answers it saved are there.
    /// One that throws, or takes longer than 30 seconds besides what it plays and reads, is left by <c>failed</c> where its kind has that exit, else by <c>next</c>.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <returns>The exit that is taken.</returns>
    ValueTask<string> RunAsync(ScriptStep step, IScriptCall call, CancellationToken cancellationToken);
}
