namespace VirtualOffice.Sdk.Documents;

/// <summary>A place of a text, and what is to stand there instead.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; the same as the start where something is only put in.</param>
/// <param name="Text">What is to stand there.</param>
/// <param name="EndsEntry">Whether an entry goes, and the remarks that belong to it with it.</param>
internal readonly record struct TextEdit(int Start, int End, string Text, bool EndsEntry = false)
{
    /// <summary>Whether it is made within a part of the text. What is put in between two parts belongs to the first.</summary>
    public bool IsIn(int start, int end) => End <= end && (Start > start || (Start == start && End > Start));

    /// <summary>Whether two of them want the same place.</summary>
    public static bool DoOverlap(IEnumerable<TextEdit> edits)
    {
        List<TextEdit> inOrder = [.. edits.OrderBy(e => e.Start).ThenBy(e => e.End)];
        return inOrder.Zip(inOrder.Skip(1)).Any(e => e.First.End > e.Second.Start);
    }

    /// <summary>A part of a text with its edits made; none of them overlap.</summary>
    public static string Apply(string text, int start, int end, IEnumerable<TextEdit> edits)
    {
        var parts = new List<string>();
        var at = start;
        foreach (var edit in edits.OrderBy(e => e.Start).ThenBy(e => e.End))
        {
            parts.Add(text[at..edit.Start]);
            parts.Add(edit.Text);
            at = edit.End;
        }

        parts.Add(text[at..end]);
        return string.Concat(parts);
    }
}
