namespace VirtualOffice.Sdk.QuickStart.Tests;

/// <summary>Reads the code blocks of the README's "In your own service".</summary>
internal static class Readme
{
    /// <summary>The first block of a language below the heading.</summary>
    public static string Block(string language)
    {
        var text = Read("README.md");
        var heading = text.IndexOf("\n## In your own service\n", StringComparison.Ordinal);
        var open = $"```{language}\n";
        var start = heading < 0 ? -1 : text.IndexOf(open, heading, StringComparison.Ordinal);
        Assert.True(start > 0, $"The README has no {language} block below 'In your own service'.");
        start += open.Length;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    /// <summary>The body of a method of the quick start, without its indent.</summary>
    public static string Body(string method)
    {
        const string Indent = "        ";
        var lines = Read("QuickStart.cs").Split('\n');
        var body = lines.SkipWhile(line => !line.Contains($" {method}(", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line != "    }");
        return string.Join('\n', body.Select(line => line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line));
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n");
}
