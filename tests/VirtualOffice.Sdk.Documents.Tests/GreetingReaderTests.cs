using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class GreetingReaderTests
{
    private const string Greetings = """

        callTypes: [{ id: visas, name: Visas }]
        greetings:
          - { callType: visas, language: en, text: Visas, prompt: fox/visas, from: 2026-12-01, until: 2026-12-31 }
          - { prompt: night, hours: { mon: "21:00-09:00" } }
        """;

    [Fact]
    public async Task LoadAsync_Greetings_GivesEveryField()
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company + Greetings);

        var definition = await folder.LoadAsync();

        Assert.Empty(definition.Warnings);
        var greetings = definition.Companies[0].Greetings;
        Assert.Equal(
            new GreetingRule(new Greeting("Visas", new RecordedPrompt("fox/visas")))
            {
                CallType = CallTypeId.Parse("visas"),
                Language = "en",
                Valid = new Validity(new DateTime(2026, 12, 1), new DateTime(2027, 1, 1)),
            },
            greetings[0]);
        Assert.Equal((null, new RecordedPrompt("night")), (greetings[1].Greeting.Text, greetings[1].Greeting.Prompt));
        Assert.Equal(new OpenInterval(DayOfWeek.Monday, new TimeOnly(21, 0), new TimeOnly(9, 0)), Assert.Single(greetings[1].Hours!.Intervals));
    }

    [Theory]
    [InlineData("callType: visas, l", "callType: visa, l", "greetings[0].callType: found 'visa'; allowed is one of the company's call types: visas (did you mean 'visas'?).")]
    [InlineData("language: en", "language: e", "greetings[0].language: found 'e'; allowed is a language tag, such as en or pt-BR.")]
    [InlineData("prompt: night, ", "", "greetings[1]: found neither text nor prompt; allowed is a greeting with a text, a prompt, or both.")]
    [InlineData("mon: \"21:00-09:00\"", "force: { state: open }", "greetings[1].hours.force: found 'force'; allowed is only days of the week here, such as mon-fri.")]
    public async Task LoadAsync_Mistake_IsTold(string text, string mistake, string problem)
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company + Greetings.Replace(text, mistake, StringComparison.Ordinal));

        var told = await folder.ProblemsAsync();

        Assert.EndsWith(problem, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }
}
