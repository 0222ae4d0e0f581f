using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>What is wrong between documents, and with files that are none.</summary>
public sealed class FolderProblemsTests
{
    [Fact]
    public async Task LoadAsync_NumberOfTwoCompanies_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("owl.yaml", "id: owl\nname: Owl\nnumbers:\n  - \"+78124540002\"\n  - \"+78124540001\"\n");

        Assert.Equal(
            "owl.yaml:5: numbers[1]: found '+78124540001', which stands at fox.yaml:3 too; allowed is every number once in all companies.",
            await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_CompanyTwice_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("owl.yaml", "name: Owl\nid: fox-travel\nnumbers: [\"+78124540002\"]\n");

        Assert.Equal("owl.yaml:2: id: found 'fox-travel', which stands at fox.yaml:1 too; allowed is an id that no other company has.", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_DeviceOfOperatorsInTwoFiles_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("night.yaml", "operators:\n- {id: nina, name: Nina, device: op2, companies: [fox-travel]}\n");

        Assert.Equal("operators.yaml:8: operators[1].device: found 'op2', which stands at night.yaml:2 too; allowed is a device that no other operator has.", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_ProblemsInSeveralFiles_TellsAllOfThem()
    {
        using var folder = new TestFolder();
        folder
            .Write("a.yaml", "id: a\nname: A\nnumbers: [1]\ntimeZone: Mars/Base\n")
            .Write("b.yaml", "id: b b\nname: B\nnumbers: [\"+78124540001\"]\n")
            .Write("c.yaml", "[")
            .Write("operators.yaml", "operators:\n- {id: olga, name: Olga, device: op 1, companies: [a]}\n");

        var problems = (await folder.ProblemsAsync()).Split('\n').Select(p => p[..p.IndexOf(": found", StringComparison.Ordinal)]);

        Assert.Equal("a.yaml:3: numbers[0],a.yaml:4: timeZone,b.yaml:1: id,c.yaml:2: (document),operators.yaml:2: operators[0].device", string.Join(',', problems));
    }

    [Theory]
    [InlineData("", "fox.yaml:1: (document): found nothing; allowed is one YAML document.")]
    [InlineData("# only a comment\n", "fox.yaml:1: (document): found nothing; allowed is one YAML document.")]
    [InlineData("Fox Travel", "fox.yaml:1: (document): found 'Fox Travel'; allowed is a mapping with the fields id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card.")]
    [InlineData("- id: fox", "fox.yaml:1: (document): found a list; allowed is a mapping with the fields id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card.")]
    [InlineData("id: a\n---\nid: b\n", "fox.yaml:1: (document): found 2 documents; allowed is one YAML document.")]
    [InlineData("operators: olga", "fox.yaml:1: operators: found 'olga'; allowed is a list of operators.")]
    [InlineData("operators:", "fox.yaml:1: operators: found nothing; allowed is a list of operators.")]
    public async Task LoadAsync_DocumentThatIsNone_IsTold(string text, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", text);

        Assert.Equal(problem, await folder.ProblemsAsync());
    }

    [Theory]
    [InlineData("id: 'fox\n", "fox.yaml:")]
    [InlineData("id: fox\n\tname: Fox\n", "fox.yaml:1: (document)")]
    [InlineData("id: &a fox\nname: *a\nnumbers: []\n", "fox.yaml:2: (document): found 'An alias is not allowed.'; allowed is YAML in UTF-8, without aliases and tags.")]
    [InlineData("id: fox\n!x name: Fox\nname: Owl\nnumbers: [\"+78124540001\"]\n", "fox.yaml:2: (document): found 'A tag is not allowed.'")]
    [InlineData("id: !!str fox\n", "fox.yaml:1: (document): found 'A tag is not allowed.'")]
    [InlineData("%YAML 99999999999.1\n---\nid: fox", "fox.yaml:")]
    [InlineData("id: fox\nname: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: {r: {s: {t: {u: {}}}}}}}}}}}}}}}}}}}}}}", "deeper than 20")]
    public async Task LoadAsync_YamlThatIsNotValidOrNotAllowed_IsTold(string text, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", text);

        Assert.Contains(problem, await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_AliasesThatWouldBecomeEndless_AreRefusedAtOnce()
    {
        using var folder = new TestFolder();
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [*{(char)('a' + i - 1)},*{(char)('a' + i - 1)}]\n"));
        folder.Write("fox.yaml", bomb);

        Assert.StartsWith("fox.yaml:2: (document): found 'An alias is not allowed.'", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_BytesThatAreNoText_AreTold()
    {
        using var folder = new TestFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "fox.yaml"), [(byte)'i', (byte)'d', (byte)':', 0x20, 0xFF, 0xFE, 0xC3], TestContext.Current.CancellationToken);

        Assert.Contains("allowed is YAML in UTF-8", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "fox.yaml: (document): found more than 1 MiB; allowed is at most 1 MiB.")]
    public async Task LoadAsync_FileOfMoreThanAMebibyte_IsRefused(int more, string problem)
    {
        using var folder = new TestFolder();
        var start = TestFolder.Company + "\n# ";
        folder.Write("fox.yaml", start + new string('x', 1024 * 1024 - start.Length + more));

        Assert.Equal(problem, await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_FileThatCannotBeRead_IsTold()
    {
        using var folder = new TestFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "fox.yaml"), "fox.yaml");

        Assert.StartsWith("fox.yaml: (document): found a file that cannot be read", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "nothing")]
    [InlineData(true, "no *.yaml, *.yml or *.json file")]
    public async Task LoadAsync_NoDocuments_IsTold(bool exists, string found)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "companies");
        if (exists)
        {
            Directory.CreateDirectory(path);
        }

        var error = await Assert.ThrowsAsync<OfficeDefinitionException>(() => new CompanyFolder(path).LoadAsync(TestContext.Current.CancellationToken));

        Assert.Equal((path, found), (Assert.Single(error.Problems).Source, error.Problems[0].Found));
    }
}
