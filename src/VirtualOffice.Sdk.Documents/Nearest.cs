namespace VirtualOffice.Sdk.Documents;

/// <summary>Guesses what was meant.</summary>
internal static class Nearest
{
    private const int Farthest = 3;

    /// <summary><c> (did you mean 'x'?)</c>, or nothing when nothing is near.</summary>
    public static string Hint(string text, IEnumerable<string> known)
    {
        var nearest = known.Select(k => (Name: k, Distance: Distance(text, k))).OrderBy(k => k.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Min(Farthest, Math.Max(1, nearest.Name.Length / 2)) ? $" (did you mean '{nearest.Name}'?)" : "";
    }

    /// <summary>The Levenshtein distance, without regard to case, of the first 64 characters.</summary>
    private static int Distance(string a, string b)
    {
        a = a.Length > 64 ? a[..64] : a;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
