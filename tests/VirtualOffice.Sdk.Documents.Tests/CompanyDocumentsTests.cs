using CsCheck;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>What is written is read as the same.</summary>
public sealed class CompanyDocumentsTests
{
    private static readonly CompanyDocuments Documents = new();

    private static readonly CompanyDefinition Fox = new() { Id = CompanyId.Parse("fox"), Name = "Fox", Version = "", Numbers = [PhoneNumber.Parse("+78124540001")] };

    public static TheoryData<string> Examples => ["Documents/every-field.yaml", "Samples/fox-travel.yaml", "Samples/nord-service.yaml"];

    [Fact]
    public void Write_AnyCompany_IsReadAsTheSame() => AnyCompany.Gen.Sample(
        company =>
        {
            var text = Documents.Write(company);
            var reading = Documents.Read(text);
            Assert.Empty(reading.Problems);
            Assert.Null(CompanyComparison.FirstDifference(company, reading.Company!));
            Assert.Equal(text, Documents.Write(reading.Company! with { Document = null }));
        },
        iter: 500);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Write_Example_IsReadAsTheSameAndNotLonger(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        var company = Documents.Read(text).Company!;
        var written = Documents.Write(company with { Document = null });
        Assert.Null(CompanyComparison.FirstDifference(company, Documents.Read(written).Company!));
        Assert.Equal(text, Documents.Write(company));
        Assert.True(written.Length < text.Length * 1.2, written);
    }

    [Fact]
    public void Write_LeavesDefaultsOutAndQuotesOnlyWhereItMust()
    {
        var company = Fox with
        {
            Name = "Fox & Owl: tours #1",
            MessagesTo = "office@fox.example",
            Hours = new WeeklyHours { Intervals = [.. Enumerable.Range(1, 5).Select(d => new OpenInterval((DayOfWeek)d, new TimeOnly(9, 0), new TimeOnly(18, 0)))] },
            HoursExceptions = [new HoursException("Inventory", DateOnly.MinValue, DateOnly.MaxValue, []) { Weekday = WeekdayOfMonth.Parse("last fri") }],
            Employees = [new Employee(EmployeeId.Parse("anna"), "Anna", null, [PhoneNumber.Parse("+78124540101")])],
            Card = new Companies.Cards.CardContent { About = "One line.\nAnother: line." },
        };
        Assert.Equal(
            """
            id: fox
            name: "Fox & Owl: tours #1"
            numbers: ["+78124540001"]
            hours:
              mon-fri: "09:00-18:00"
              exceptions: [{ name: Inventory, on: last friday, open: closed }]
            messagesTo: office@fox.example
            employees: [{ id: anna, name: Anna, numbers: ["+78124540101"] }]
            card:
              about: |-
                One line.
                Another: line.

            """.ReplaceLineEndings("\n"),
            Documents.Write(company));
    }

    [Fact]
    public void Write_WhatNoDocumentCanSay_IsAnErrorThatSaysWhat()
    {
        var company = Fox with { Employees = [new Employee(EmployeeId.Parse("anna"), "Anna", null, [new ReachNumber(PhoneNumber.Parse("+78124540101")) { RingTime = TimeSpan.FromSeconds(12.5) }])] };
        var error = Assert.Throws<VirtualOfficeException>(() => Documents.Write(company));
        Assert.Contains("Company 'fox' cannot be written as a document: employees[0].numbers[0].ringTime: \"00:00:12.5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_CompanyThatIsWrong_IsAnErrorThatSaysWhere()
    {
        var error = Assert.Throws<VirtualOfficeException>(() => Documents.Write(Fox with { Scripts = [new Script("main", [new ScriptStep("one", "transfer").With("to", "vera"), new ScriptStep("bye", "hangup")])] }));
        Assert.Contains("who is no employee of the company", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Wrong_HasProblemsWithLines()
    {
        var reading = Documents.Read("id: fox\nname: Fox\nnumbers: [\"+78124540001\"]\nhours:\n  monday: closed\n");
        Assert.Null(reading.Company);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("company.yaml", 5, 3), (problem.Source, problem.Line, problem.Column));
    }

    [Fact]
    public void Read_Operators_AreNoCompany() => Assert.Null(Documents.Read("operators: []").Company);

    [Fact]
    public void Read_JsonByName_IsRead() => Assert.Equal("Fox", Documents.Read("""{ "id": "fox", "name": "Fox", "numbers": ["+78124540001"] }""", "fox.json").Company!.Name);

    [Fact]
    public async Task WriteFolderAsync_Companies_AreReadBackByReadFolderAsync()
    {
        using var folder = new TestFolder().Write("operators.yaml", TestFolder.Operators).Write("notes.txt", "x");
        var owl = Fox with { Id = CompanyId.Parse("owl"), Numbers = [PhoneNumber.Parse("+78124540009")] };
        var files = await Documents.WriteFolderAsync(folder.Path, [Fox, owl], TestContext.Current.CancellationToken);
        Assert.Equal(["fox.yaml", "owl.yaml"], files.Select(Path.GetFileName));
        var read = await Documents.ReadFolderAsync(folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal([null, null], read.Zip([Fox, owl], CompanyComparison.FirstDifference));
        Assert.True(File.Exists(Path.Combine(folder.Path, "notes.txt")));
    }

    [Fact]
    public async Task WriteFolderAsync_OneCannotBeWritten_WritesNone()
    {
        using var folder = new TestFolder();
        await Assert.ThrowsAsync<VirtualOfficeException>(() => Documents.WriteFolderAsync(folder.Path, [Fox, Fox with { Name = "" }], TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public async Task ReadFolderAsync_Wrong_ListsEveryProblem()
    {
        using var folder = new TestFolder().Write("a.yaml", "id: a").Write("b.yaml", "name: b").Write("c.yaml", TestFolder.Company).Write("d.yaml", TestFolder.Company);
        var error = await Assert.ThrowsAsync<OfficeDefinitionException>(() => Documents.ReadFolderAsync(folder.Path, TestContext.Current.CancellationToken));
        Assert.Equal(["a.yaml", "b.yaml", "d.yaml"], error.Problems.Select(p => p.Source).Distinct().Order(StringComparer.Ordinal));
    }
}
