namespace VirtualOffice.Sdk.Scripts;

/// <summary>Carries what is wrong in a condition out of its parser.</summary>
internal sealed class ConditionException(ScriptConditionProblem problem) : Exception(problem.Found)
{
    public ScriptConditionProblem Problem { get; } = problem;
}
