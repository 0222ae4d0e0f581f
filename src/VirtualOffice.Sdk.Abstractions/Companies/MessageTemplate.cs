using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// How a company's messages read, with merge fields such as <c>{caller.name}</c> or <c>{answers.topic}</c>. They are filled in once, when the message is taken; what is put in is not looked at again.
/// A merge field of which nothing is known is empty.
/// </summary>
public sealed record MessageTemplate
{
    /// <summary>What <see cref="Names"/> of a message's fields begin with.</summary>
    public const string AnswerPrefix = "answers.";

    private static readonly string[] Common =
    [
        "company.name", "employee.name", "operator.name", "caller.name", "caller.number", "callType", "date", "daypart", "dialled", "fields", "language", "received", "urgency", "weekday",
        "answers.name", "answers.phone", "answers.text",
    ];

    /// <summary>The subject, one line; null for the channel's own.</summary>
    public string? Subject { get; init; }

    /// <summary>The text, of any number of lines; null for the channel's own.</summary>
    public string? Body { get; init; }

    /// <summary>The merge fields that a company's templates may have: what is known of the call, <c>{fields}</c> for everything that was gathered, and <c>answers.</c> with the name of a field of its scripts.</summary>
    /// <param name="scripts">The company's scripts.</param>
    /// <param name="kinds">The kinds of steps there are.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<Script> scripts, IReadOnlyList<ScriptStepKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(kinds);
        return [.. Common, .. scripts.SelectMany(s => ScriptName.FieldsOf(s, kinds)).Select(f => AnswerPrefix + f.Field).Except(Common, StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The merge fields of a text, in order.</summary>
    public static IReadOnlyList<string> FieldsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. ScriptText.Placeholders(text).Select(p => p.Name)];
    }
}
