using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class WarningTests
{
    [Fact]
    public async Task LoadAsync_UnknownField_IsPassedOverWithAWarning()
    {
        using var folder = new TestFolder().Write("fox.yaml", TestFolder.Company.Replace("    wrapUp: 30s", "    wrapup: 30s", StringComparison.Ordinal).Replace("  wrapUp: 30s", "  wrapup: 30s", StringComparison.Ordinal));

        var definition = await folder.LoadAsync();

        Assert.Equal(TimeSpan.Zero, definition.Companies[0].Queue.WrapUp);
        var warning = Assert.Single(definition.Warnings);
        Assert.Equal((ProblemSeverity.Warning, 24, 3, "queue.wrapup"), (warning.Severity, warning.Line, warning.Column, warning.Field));
        Assert.StartsWith("fox.yaml:24:3: warning: queue.wrapup: found the unknown field 'wrapup'; allowed is", warning.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(did you mean 'wrapUp'?).", warning.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_WarningAndError_BothAreTold()
    {
        using var folder = new TestFolder().Write("fox.yaml", "id: fox\nnmae: Fox\nnumbers: [\"+78124540001\"]\n");

        Assert.Equal([(ProblemSeverity.Warning, "nmae"), (ProblemSeverity.Error, "name")], (await folder.ToldAsync()).Select(p => (p.Severity, p.Field)));
    }

    [Fact]
    public async Task LoadAsync_RingOfAnUnknownCompany_IsAnError()
    {
        using var folder = new TestFolder().WriteValid().Write("operators.yaml", TestFolder.Operators.Replace("{ fox-travel: 1 }", "{ fix-travel: 1 }", StringComparison.Ordinal));

        Assert.Equal(ProblemSeverity.Error, Assert.Single(await folder.ToldAsync()).Severity);
    }
}
