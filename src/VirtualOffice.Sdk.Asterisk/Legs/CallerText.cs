using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Callers as Asterisk passes them on: names keep the escapes of the SIP header they came in.</summary>
internal static class CallerText
{
    public static CallerId Clean(ReadOnlySpan<char> number, ReadOnlySpan<char> name) => CallerId.Clean(number.ToString(), Unescape(name));

    private static string Unescape(ReadOnlySpan<char> name)
    {
        if (!name.Contains('\\'))
        {
            return name.ToString();
        }

        var text = new System.Text.StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            // A quoted-pair of RFC 3261; a backslash at the very end stands for itself.
            i += name[i] == '\\' && i + 1 < name.Length ? 1 : 0;
            text.Append(name[i]);
        }

        return text.ToString();
    }
}
