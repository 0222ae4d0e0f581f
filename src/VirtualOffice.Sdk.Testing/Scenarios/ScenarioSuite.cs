using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Testing;

/// <summary>The scenarios of a folder of companies: those of every <c>*.scenarios.yaml</c> in it.</summary>
public sealed class ScenarioSuite
{
    private ScenarioSuite(IReadOnlyList<Scenario> scenarios) => Scenarios = scenarios;

    /// <summary>The scenarios, by file and as they stand there.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Reads the scenarios of a folder.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong; the message lists every problem, with file and line.</exception>
    public static async Task<ScenarioSuite> LoadAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var office = await ScenarioFolder.LoadAsync(folder, cancellationToken).ConfigureAwait(false);
        List<DefinitionProblem> problems = [];
        List<Scenario> scenarios = [];
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsScenarios).Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
            scenarios.AddRange(new ScenarioReader(folder, Path.GetFileName(file), office, problems).Read(text));
        }

        return problems.Count == 0 ? new ScenarioSuite(scenarios) : throw new OfficeDefinitionException(problems);
    }

    /// <summary>Carries all scenarios out, and writes a line for each; under one that fails, why, and everything that happened.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="configure">Changes how the offices are made, for what the host adds to them; null for nothing.</param>
    /// <returns>How many failed.</returns>
    public int Run(TextWriter output, Action<ScenarioOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        var failed = 0;
        foreach (var scenario in Scenarios)
        {
            try
            {
                scenario.Run(configure);
                output.WriteLine($"ok    {scenario.File}: {scenario.Name}");
            }
            catch (ScenarioException e)
            {
                failed++;
                output.WriteLine($"FAIL  {scenario.File}: {scenario.Name}");
                output.WriteLine($"      {e.Message.ReplaceLineEndings($"{Environment.NewLine}      ")}");
            }
        }

        output.WriteLine($"{Scenarios.Count} scenarios, {failed} failed.");
        return failed;
    }

    private static bool IsScenarios(string file) =>
        file.EndsWith(".scenarios.yaml", StringComparison.Ordinal) || file.EndsWith(".scenarios.yml", StringComparison.Ordinal);
}
