using System.Text;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Draws scripts as text for Mermaid, for documentation and desks.</summary>
public static class ScriptDiagram
{
    private const int MaxLabel = 60;

    /// <summary>A flowchart of a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="kinds">The kinds of steps there are; the built-in ones where null.</param>
    public static string Mermaid(Script script, IReadOnlyList<ScriptStepKind>? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        var graph = new ScriptGraph(script, kinds ?? ScriptSteps.BuiltIn);
        var text = new StringBuilder("flowchart TD\n");
        var hasEnd = false;
        for (var i = 0; i < script.Steps.Count; i++)
        {
            var step = script.Steps[i];
            var (open, close) = Shape(step.Kind);
            text.Append("    s").Append(i).Append(open).Append('"').Append(Label(step)).Append('"').Append(close).Append('\n');
        }

        for (var i = 0; i < script.Steps.Count; i++)
        {
            foreach (var (exit, to) in graph.ExitsOf(i))
            {
                var target = to is null ? null : graph.IndexOf(to);
                hasEnd |= target is null;
                text.Append("    s").Append(i).Append(exit == ScriptExit.Next ? " --> " : $" -- \"{Escape(exit)}\" --> ").Append(target is { } t ? $"s{t}" : "over").Append('\n');
            }
        }

        return text.Append(hasEnd ? "    over(((end)))\n" : "").ToString();
    }

    private static (string Open, string Close) Shape(string kind) => kind switch
    {
        "branch" => ("{", "}"),
        "menu" => ("{{", "}}"),
        "ask" or "collect" => ("[/", "/]"),
        "queue" => ("[[", "]]"),
        "hangup" => ("([", "])"),
        _ => ("[", "]"),
    };

    private static string Label(ScriptStep step)
    {
        var about = step.Text("text") ?? step.Text("field") ?? (step.Texts("to") is { Count: > 0 } to ? string.Join(", ", to) : step.Text("prompt"));
        return Escape($"{step.Name}: {step.Kind}{(about is null ? "" : $" — {(about.Length > MaxLabel ? about[..MaxLabel] + "…" : about)}")}");
    }

    /// <summary>Whatever the text is, it stays a label.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.' or ',' or ':' or '=' or '(' or ')' or '—' or '…' or '?' or '!'
                ? escaped.Append(rune.ToString())
                : escaped.Append('#').Append(rune.Value).Append(';');
        }

        return escaped.ToString();
    }
}
