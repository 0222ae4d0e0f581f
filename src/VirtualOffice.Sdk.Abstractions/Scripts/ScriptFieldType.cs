namespace VirtualOffice.Sdk.Scripts;

/// <summary>What a field of a script may hold.</summary>
public enum ScriptFieldType
{
    /// <summary>Any text, at most 10,000 characters.</summary>
    Text,

    /// <summary>A name: one line, at most 100 characters.</summary>
    Name,

    /// <summary>A phone number in international form.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>One of the field's choices.</summary>
    Choice,

    /// <summary>A day; kept as <c>2026-12-31</c>.</summary>
    Date,

    /// <summary>A number, within the limits of the step.</summary>
    Number,
}
