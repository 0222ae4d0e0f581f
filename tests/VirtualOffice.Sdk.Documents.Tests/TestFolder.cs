using System.Text;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>A folder of documents, gone with the test; valid ones to begin with.</summary>
public sealed class TestFolder : IDisposable
{
    public const string Company = """
        id: fox-travel
        name: Fox Travel
        numbers: ["+78124540001"]
        timeZone: Europe/Moscow
        greeting:
          text: "Fox Travel, {daypart}! {operator.name} speaking."
          prompt: welcome
        hours:
          mon-fri: "09:00-22:00"
          sat: closed
        messagesTo: office@fox.example
        employees:
          - id: anna
            name: Anna Petrova
            email: anna@fox.example
            numbers: ["+78124540101", { number: "+79214540102", kind: mobile, ring: 15s, transfer: warm, accept: true }]
          - id: boris
            name: Boris
            email: boris@fox.example
        queue:
          strategy: fewest-calls
          backupsAfter: [15s, 1m]
          preferLastOperatorFor: 20s
          wrapUp: 30s
          skills: { english: 2 }
          limits:
            - { when: queueLength, count: 10, then: busy }
            - { when: wait, time: 90s, then: callback, prompt: call-you-back }
            - { when: nobodyOnline, then: message }
          offer: allOfRing
        callers:
          known:
            - { number: "+79215550101", name: Ivan Petrov, priority: vip, note: Speaks English }
          blocked: ["+79219990001"]
          anonymous: message
          redialWithin: 10m
        spokenName: fox-travel/name
        """;

    public const string Operators = """
        operators:
          - id: olga
            name: Olga
            device: op1
            companies: [fox-travel]
          - id: pavel
            name: Pavel
            device: op2
            companies: [fox-travel]
          - id: rita
            name: Rita
            device: op9
            companies: [fox-travel]
            rings: { fox-travel: 1 }
            skills: { english: 3 }
            takes: companyOrder
            order: 2
            weight: 3
            wrapUp: 20s
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-documents-");

    public string Path => _folder.FullName;

    public TestFolder Write(string file, string text)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), Encoding.UTF8.GetBytes(text));
        return this;
    }

    public TestFolder WriteValid() => Write("fox.yaml", Company).Write("operators.yaml", Operators);

    public Task<OfficeDefinition> LoadAsync() => new CompanyFolder(Path).LoadAsync(TestContext.Current.CancellationToken);

    /// <summary>The problems and warnings, one a line, as they are told, but without columns and without what is only a warning being called so; empty when there are none.</summary>
    public async Task<string> ProblemsAsync() => string.Join('\n', (await ToldAsync()).Select(p => p with { Column = null, Severity = ProblemSeverity.Error }));

    /// <summary>The problems and warnings.</summary>
    public async Task<IReadOnlyList<DefinitionProblem>> ToldAsync()
    {
        try
        {
            return (await LoadAsync()).Warnings;
        }
        catch (OfficeDefinitionException e)
        {
            return e.Problems;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
