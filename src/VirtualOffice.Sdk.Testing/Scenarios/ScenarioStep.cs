namespace VirtualOffice.Sdk.Testing;

/// <summary>One sentence of a scenario.</summary>
/// <param name="Line">Its line in the document.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record ScenarioStep(int Line, string Sentence);
