using System.Security.Cryptography;
using System.Text;
using VirtualOffice.Sdk.Companies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>One document: its root, a version that follows from its bytes, and its text where that is YAML.</summary>
internal sealed record YamlFile(string Name, DocumentNode Root, string Version, string? Text)
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxReason = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null, with a problem noted, when it cannot be read as one document.</summary>
    public static async Task<YamlFile?> LoadAsync(string path, List<DefinitionProblem> problems, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        void Problem(int? line, string found, string allowed) => problems.Add(new DefinitionProblem(name, line, "(document)", found, allowed));

        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                Problem(null, "more than 1 MiB", "at most 1 MiB");
                return null;
            }

            bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem(null, $"a file that cannot be read ({e.Message})", "a file that this process may read");
            return null;
        }

        return Parse(name, bytes, problems);
    }

    /// <summary>Reads a document; null, with a problem noted, when it is not one. It is JSON when its name ends so.</summary>
    public static YamlFile? Parse(string name, byte[] bytes, List<DefinitionProblem> problems)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8);
            var text = reader.ReadToEnd();
            yaml.Load(new StrictParser(IsJson(name) ? new JsonEvents(text) : new Parser(new StringReader(text))));
            if (yaml.Documents.Count == 1)
            {
                return new YamlFile(name, new DocumentNode(yaml.Documents[0].RootNode, ""), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], IsJson(name) ? null : text);
            }

            problems.Add(new DefinitionProblem(name, 1, "(document)", yaml.Documents.Count == 0 ? "nothing" : $"{yaml.Documents.Count} documents", "one YAML document"));
        }
        catch (Exception e)
        {
            // Whatever the parser throws at a document, the document is to blame.
            var at = (e as YamlException)?.Start;
            problems.Add(new DefinitionProblem(name, (int?)at?.Line, "(document)", $"'{DocumentNode.Short(e.Message, MaxReason)}'", IsJson(name) ? "JSON in UTF-8" : "YAML in UTF-8, without aliases and tags") { Column = (int?)at?.Column });
        }

        return null;
    }

    private static bool IsJson(string path) => Path.GetExtension(path) == ".json";
}
