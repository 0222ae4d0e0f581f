using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Testing.Tests;

/// <summary>Scenarios in documents: read with every problem and its line, and run with a line each.</summary>
public sealed class ScenarioSuiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voffice-suite-").FullName;

    public ScenarioSuiteTests()
    {
        Write("fox.yaml", """
            id: fox
            name: Fox
            numbers: ["+78124540001"]
            timeZone: Europe/Moscow
            """);
        Write("operators.yaml", "operators: [{ id: olga, name: Olga, device: op1, companies: [fox] }]");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_OneHoldsAndOneDoesNot_WritesALineEachAndWhy()
    {
        Write("fox.scenarios.yaml", """
            company: fox
            at: "2026-07-01 08:00"
            scenarios:
              - name: An operator answers
                steps:
                  - caller dials +78124540001
                  - within 10s, expect caller talks to olga
              - name: Nobody answers
                at: "2026-07-01 09:30"
                steps:
                  - caller dials +78124540001
                  - wait 10s
                  - expect caller hears music
            """);
        using var output = new StringWriter();
        var failed = (await ScenarioSuite.LoadAsync(_folder, Cancel)).Run(output);
        Assert.Equal(1, failed);
        var text = output.ToString();
        Assert.Contains("ok    fox.scenarios.yaml: An operator answers", text, StringComparison.Ordinal);
        Assert.Contains("FAIL  fox.scenarios.yaml: Nobody answers", text, StringComparison.Ordinal);
        Assert.Contains("fox.scenarios.yaml:13: Nobody answers: 'expect caller hears music' is not so; there is: olga.", text, StringComparison.Ordinal);
        Assert.Contains("09:30:00", text, StringComparison.Ordinal);
        Assert.Contains("2 scenarios, 1 failed.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenarios: [{ name: x, steps: [the moon rises] }]", ":1: steps: found 'the moon rises'; allowed is 'the moon rises' is not understood")]
    [InlineData("scenarios: [{ steps: [wait 1s] }]", ":1: name: found")]
    [InlineData("scenarios: [{ name: x }]", ":1: steps: found")]
    [InlineData("scenario: []", ":1: scenario: found 'scenario'; allowed is one of company, at, scenarios")]
    [InlineData("company: bear\nscenarios: []", ":1: company: found 'bear'; allowed is one of fox")]
    [InlineData("scenarios: []\nat: tomorrow", ":2: at: found 'tomorrow'; allowed is a local time")]
    [InlineData("a: [", "allowed is YAML")]
    public async Task Load_Wrong_TellsFileLineFieldAndWhatIsAllowed(string document, string expected)
    {
        Write("fox.scenarios.yaml", document);
        var error = await Assert.ThrowsAsync<OfficeDefinitionException>(() => ScenarioSuite.LoadAsync(_folder, Cancel));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("fox.scenarios.yaml", error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
