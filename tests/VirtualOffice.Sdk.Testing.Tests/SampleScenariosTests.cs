namespace VirtualOffice.Sdk.Testing.Tests;

/// <summary>The scenarios of the sample's companies, each as a test of its own.</summary>
public sealed class SampleScenariosTests
{
    private static readonly string Companies = Path.Combine(AppContext.BaseDirectory, "companies");

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var scenario in Load().Scenarios)
        {
            names.Add(scenario.File, scenario.Name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_OfTheSample_Holds(string file, string name) => Load().Scenarios.Single(s => s.File == file && s.Name == name).Run();

    [Fact]
    public void Scenarios_OfTheSample_AreMany() => Assert.True(Load().Scenarios.Count >= 25);

    [Fact]
    public void Sentences_InTheDocumentation_AreThoseThereAre()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios.md"));
        Assert.All(SentenceBook.Forms, form => Assert.Contains($"`{form}`", text, StringComparison.Ordinal));
    }

    private static ScenarioSuite Load() => ScenarioSuite.LoadAsync(Companies).GetAwaiter().GetResult();
}
