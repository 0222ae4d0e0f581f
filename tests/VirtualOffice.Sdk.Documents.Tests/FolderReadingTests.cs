using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class FolderReadingTests
{
    private static readonly string Owl = TestFolder.Company.Replace("fox-travel", "owl", StringComparison.Ordinal).Replace("+78124540001", "+78124540009", StringComparison.Ordinal);

    [Theory]
    [InlineData("name: Fox Travel", "name: ''")]
    [InlineData("greeting:", "greeting: [")]
    [InlineData("+78124540001", "+78124540009")]
    public async Task ReadAsync_BrokenDocument_GivesTheOthersAndWhoseItIs(string text, string mistake)
    {
        using var folder = new TestFolder().WriteValid().Write("a-owl.yaml", Owl).Write("fox.yaml", TestFolder.Company.Replace(text, mistake, StringComparison.Ordinal));

        var reading = await folder.Source.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("owl", Assert.Single(reading.Definition.Companies).Id.Value);
        Assert.Equal(3, reading.Definition.Operators.Count);
        var broken = Assert.Single(reading.Broken);
        Assert.Equal(("fox.yaml", "fox-travel", false), (broken.Source, broken.Company?.Value, broken.HoldsOperators));
        Assert.NotEmpty(broken.Problems);
    }

    [Fact]
    public async Task ReadAsync_BrokenOperators_AreToldAsOperators()
    {
        using var folder = new TestFolder().WriteValid().Write("operators.yaml", "operators:\n  - { id: ");

        var broken = Assert.Single((await folder.Source.ReadAsync(TestContext.Current.CancellationToken)).Broken);

        Assert.Equal(("operators.yaml", null, true), (broken.Source, broken.Company, broken.HoldsOperators));
    }

    [Fact]
    public async Task ReadAsync_DocumentBecomesUnreadable_IsOfTheCompanyItWas()
    {
        using var folder = new TestFolder().WriteValid();
        await folder.Source.ReadAsync(TestContext.Current.CancellationToken);
        folder.Write("fox.yaml", "]");

        Assert.Equal("fox-travel", Assert.Single((await folder.Source.ReadAsync(TestContext.Current.CancellationToken)).Broken).Company?.Value);
    }

    [Fact]
    public async Task ReadAsync_Warnings_AreInTheDefinition()
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company + "\ncolour: red\n");

        var reading = await folder.Source.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Empty(reading.Broken);
        Assert.Equal("colour", Assert.Single(reading.Definition.Warnings).Field);
    }
}
