namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What the dialplan noted of a call from outside in the user field of its record: <c>voffice:{dialled number}</c>, and behind another colon the fallback's file.</summary>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Message">The stored recording the fallback was to make; null when the fallback did not take the call.</param>
internal readonly record struct CallNote(string Dialled, string? Message)
{
    private const string Mark = "voffice:";

    /// <summary>Null when the record is of another call.</summary>
    public static CallNote? Parse(string userField)
    {
        if (!userField.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = userField[Mark.Length..].Split(':', 2);
        return new CallNote(parts[0], parts.Length == 2 ? parts[1] : null);
    }
}
