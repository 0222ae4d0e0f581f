namespace VirtualOffice.Sdk.Json;

/// <summary>The one rule for names that people write in documents and that appear in ids, paths and addresses.</summary>
internal static class Slug
{
    internal static bool IsValid(string? text, int maxLength)
    {
        if (text is null || text.Length == 0 || text.Length > maxLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
