using System.Globalization;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The oldest version that is supported, and why.</summary>
internal static class AsteriskVersion
{
    public static readonly Version Oldest = new(22, 10, 1);

    /// <summary>Reads the version in front of what a distribution adds, for example <c>22.10.1</c> of <c>22.10.1+dfsg</c>; null for anything else, such as a build out of Git.</summary>
    public static Version? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<int> parts = [0, 0, 0];
        var rest = text.AsSpan();
        for (var i = 0; i < parts.Length; i++)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits == -1)
            {
                digits = rest.Length;
            }

            if (!int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                return null;
            }

            rest = rest[digits..];
            if (rest.Length == 0 || rest[0] != '.')
            {
                return i == 0 ? null : new Version(parts[0], parts[1], parts[2]);
            }

            rest = rest[1..];
        }

        return new Version(parts[0], parts[1], parts[2]);
    }
}
