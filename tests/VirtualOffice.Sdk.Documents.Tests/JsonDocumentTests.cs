using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

public sealed class JsonDocumentTests
{
    [Fact]
    public async Task LoadAsync_Json_IsReadLikeYaml()
    {
        using var folder = new TestFolder().Write("fox.json", """
            {
            	"id": "fox", "name": "Fox \ud83e\udd8a & \"Лиса\"", "numbers": ["+78124540001"], "messagesTo": "office\u0040fox.example",
              "queue": { "weight": 3 }, "employees": [{ "id": "anna", "name": "Anna", "numbers": [{ "number": "+78124540101", "accept": true }] }]
            }
            """);

        var fox = Assert.Single((await folder.LoadAsync()).Companies);

        Assert.Equal(("fox", "Fox 🦊 & \"Лиса\"", "office@fox.example", 3, true), (fox.Id.Value, fox.Name, fox.MessagesTo, fox.Queue.Weight, fox.Employees[0].Numbers[0].MustAccept));
    }

    [Fact]
    public async Task LoadAsync_WrongField_HasLineAndColumn()
    {
        using var folder = new TestFolder().Write("fox.json", "{\n  \"id\": \"fox\",\n  \"name\": \"Лиса\", \"numbers\": [\"+78124540001\", 7],\n  \"nmae\": null\n}");

        Assert.Equal(
            [
                "fox.json:4:3: warning: nmae: found the unknown field 'nmae'; allowed is",
                "fox.json:3:47: numbers[1]: found '7'; allowed is",
            ],
            (await folder.ToldAsync()).Select(p => p.ToString()[..(p.ToString().IndexOf("allowed is", StringComparison.Ordinal) + 10)]));
    }

    [Theory]
    [InlineData("{\"id\": \"fox\",\n \"name\": }", 2, 10)]
    [InlineData("{\"id\": \"fox\",}", 1, 14)]
    [InlineData("", 1, 1)]
    [InlineData("{\"id\": \"fox\"", 1, 13)]
    [InlineData("// note\n{}", 1, 1)]
    public async Task LoadAsync_NotJson_IsToldWhere(string text, int line, int column)
    {
        using var folder = new TestFolder().Write("fox.json", text);

        var problem = Assert.Single(await folder.ToldAsync());

        Assert.Equal((line, column, "JSON in UTF-8"), (problem.Line, problem.Column, problem.Allowed));
    }

    [Fact]
    public async Task LoadAsync_FieldTwice_IsTold()
    {
        using var folder = new TestFolder().Write("fox.json", "{\"id\": \"fox\", \"id\": \"fox\"}");

        Assert.Contains("Duplicate key id", (await folder.ToldAsync()).Single().Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_Deep_IsTold()
    {
        using var folder = new TestFolder().Write("fox.json", string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40)));

        Assert.Contains("nested deeper than 20", (await folder.ToldAsync()).Single().Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_OperatorsInJson_AreOperators()
    {
        using var folder = new TestFolder().WriteValid().Write("night.json", """{"operators": [{"id": "nina", "name": "Nina", "device": "op3", "companies": ["fox-travel"]}]}""");

        Assert.Contains((await folder.LoadAsync()).Operators, o => o.Id.Value == "nina");
    }
}
