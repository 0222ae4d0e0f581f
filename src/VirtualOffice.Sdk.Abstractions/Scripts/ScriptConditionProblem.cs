namespace VirtualOffice.Sdk.Scripts;

/// <summary>What is wrong in a condition.</summary>
/// <param name="Column">Where in it, from 1.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Allowed">What is allowed there.</param>
public sealed record ScriptConditionProblem(int Column, string Found, string Allowed);
