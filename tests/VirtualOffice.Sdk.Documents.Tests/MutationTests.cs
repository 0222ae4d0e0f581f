using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Whatever happens to a document, loading it gives definitions or a list of problems, and nothing else.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "&a ", "*a", "!!binary ", "!<tag:x> ", "? ", "- ", ": ", "{", "}", "[", "]", "|\n", ">\n", "%YAML 1.2\n", "---\n", "...\n", "<<: ", "'", "\"", "\\x", "\0", "\t", "\r", "\u2028", "\uFEFF",
        "~", "null", "2026-03-04", "0x1F", "1e999", "+7", "operators:", "hours:", "24h", "mon-sun: ", "\"00:00-00:00\"", "null: null\n", "@", "`", "#",
    ];

    private static readonly Gen<Func<string, string>> Mutation = Gen
        .Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[0, 40], Gen.Int[0, Pieces.Length - 1], Gen.Char[char.MinValue, char.MaxValue])
        .Select<(int Kind, double At, int Length, int Piece, char Char), Func<string, string>>(
            m => text => Mutate(text, m.Kind, (int)(m.At * text.Length), m.Length, Pieces[m.Piece], m.Char));

    /// <summary>A document that has everything: card, greetings, scripts; as YAML and as JSON.</summary>
    public static TheoryData<string> Whole => ["fox.yaml", "fox.json"];

    [Theory]
    [MemberData(nameof(Whole))]
    public void Read_MutatedWholeDocument_GivesACompanyOrProblems(string name)
    {
        var documents = new CompanyDocuments();
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "every-field.yaml")).ReplaceLineEndings("\n");
        var whole = name.EndsWith(".json", StringComparison.Ordinal) ? YamlJson.Read(yaml).ToJsonString(new JsonSerializerOptions { WriteIndented = true }) : yaml;
        Assert.Empty(documents.Read(whole, name).Problems);
        var (right, wrong) = (0, 0);
        Mutation.Array[1, 4].Sample(
            mutations =>
            {
                var reading = documents.Read(mutations.Aggregate(whole, (text, mutate) => mutate(text)), name);
                Interlocked.Increment(ref reading.Company is null ? ref wrong : ref right);
                Assert.True(reading.Company is not null || reading.Problems.Any(p => p.Severity == ProblemSeverity.Error));
                Assert.All(reading.Problems, p => Assert.True(p.Source == name && p.Line is null or > 0 && p.ToString().All(c => c == '\n' || !char.IsControl(c)), p.ToString()));
                if (reading.Company is { } company)
                {
                    // Whatever is read can be written, and says the same again.
                    Assert.Null(CompanyComparison.FirstDifference(company, documents.Read(documents.Write(company with { Document = null })).Company!));

                    // And changed, whatever it looks like; some of them, since each is read several times.
                    if (right % 4 != 0)
                    {
                        return;
                    }

                    var changed = company with { Absences = [], HoursExceptions = [], Card = company.Card with { About = "Another.", Faq = [.. company.Card.Faq.Reverse()], Offices = [], Promotions = [new CardPromotion("New", "Text", Validity.Always), .. company.Card.Promotions] } };
                    Assert.Null(CompanyComparison.FirstDifference(changed, documents.Read(documents.Write(changed)).Company!));
                }
            },
            iter: 1500);
        Assert.True(right > 0 && wrong > 0, $"{right} of the documents were right, {wrong} wrong.");
    }

    /// <summary>One value after the other is replaced by what does not belong there.</summary>
    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[[[]]]")]
    [InlineData("null")]
    [InlineData("-1")]
    [InlineData("1e999")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"\"")]
    public void Read_EveryValueReplaced_GivesACompanyOrProblems(string json)
    {
        var documents = new CompanyDocuments();
        var whole = YamlJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "every-field.yaml")));
        var replaced = 0;
        foreach (var changed in EachReplaced(whole, whole, json))
        {
            var reading = documents.Read(changed, "fox.json");
            Assert.True(reading.Company is not null || reading.Problems.Any(p => p.Severity == ProblemSeverity.Error), changed);
            replaced++;
        }

        Assert.True(replaced > 400, $"Only {replaced} values were replaced.");
    }

    private static IEnumerable<string> EachReplaced(JsonNode root, JsonNode node, string json)
    {
        switch (node)
        {
            case JsonObject mapping:
                foreach (var (name, value) in mapping.ToList())
                {
                    mapping[name] = JsonNode.Parse(json);
                    yield return root.ToJsonString();
                    mapping[name] = value;
                    foreach (var text in value is null ? [] : EachReplaced(root, value, json))
                    {
                        yield return text;
                    }
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var item = list[i];
                    list[i] = JsonNode.Parse(json);
                    yield return root.ToJsonString();
                    list[i] = item;
                    foreach (var text in item is null ? [] : EachReplaced(root, item, json))
                    {
                        yield return text;
                    }
                }

                break;
        }
    }

    [Fact]
    public void LoadAsync_MutatedDocuments_GiveDefinitionsOrProblems() => Gen.Select(Mutation.Array[1, 6], Mutation.Array[0, 3]).Sample(
        (company, operators) =>
        {
            using var folder = new TestFolder();
            folder
                .Write("fox.yaml", company.Aggregate(TestFolder.Company, (text, mutate) => mutate(text)))
                .Write("operators.yaml", operators.Aggregate(TestFolder.Operators, (text, mutate) => mutate(text)));

            try
            {
                var definition = folder.LoadAsync().GetAwaiter().GetResult();
                Assert.All(definition.Companies, c => Assert.NotEmpty(c.Numbers));
                Assert.All(definition.Operators, o => Assert.InRange(o.Companies.Count, 1, 5));
            }
            catch (OfficeDefinitionException e)
            {
                Assert.NotEmpty(e.Problems);
                Assert.All(e.Problems, p => Assert.True(p.Source is "fox.yaml" or "operators.yaml" && p.Line is null or > 0 && p.ToString().All(c => c == '\n' || !char.IsControl(c)), p.ToString()));
            }
        },
        iter: 1000);

    private static string Mutate(string text, int kind, int at, int length, string piece, char c)
    {
        var end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text[..at] + text[end..],
            1 => text[..at] + piece + text[at..],
            2 => text[..end] + text[at..],
            3 => text[..at] + piece + text[end..],
            4 => text[..at],
            _ => text[..at] + c + text[Math.Min(text.Length, at + 1)..],
        };
    }
}
