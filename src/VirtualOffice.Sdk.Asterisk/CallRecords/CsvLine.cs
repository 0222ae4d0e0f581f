namespace VirtualOffice.Sdk.Asterisk;

/// <summary>A line of comma-separated values as <c>cdr_csv</c> writes it: quoted, with quotes inside doubled.</summary>
internal static class CsvLine
{
    /// <summary>The fields; null when the quotes do not fit.</summary>
    public static List<string>? Split(ReadOnlySpan<char> line)
    {
        var fields = new List<string>();
        while (true)
        {
            var isQuoted = line is ['"', ..];
            var length = isQuoted ? QuotedLength(line) : line.IndexOf(',');
            if (isQuoted && length == -1)
            {
                return null;
            }

            var field = length == -1 ? line : line[..length];
            if (!isQuoted && field.Contains('"'))
            {
                return null;
            }

            fields.Add(isQuoted ? field[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : field.ToString());
            line = line[field.Length..];
            if (line.IsEmpty)
            {
                return fields;
            }

            if (line[0] != ',')
            {
                return null;
            }

            line = line[1..];
        }
    }

    /// <summary>How long the field at the beginning is, both quotes included; -1 when it does not end.</summary>
    private static int QuotedLength(ReadOnlySpan<char> line)
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (i + 1 == line.Length || line[i + 1] != '"')
                {
                    return i + 1;
                }

                i++;
            }
        }

        return -1;
    }
}
