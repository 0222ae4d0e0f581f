using CsCheck;
using VirtualOffice.Sdk.Companies;

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
