using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What may be noted of a call.</summary>
internal static class NoteChecks
{
    private const int MaxNote = 2000;
    private const int MaxFields = 50;
    private const int MaxName = 60;
    private const int MaxValue = 10_000;
    private const int MaxQuestion = 200;
    private const int MaxCode = 64;

    public static void Check(CallDisposition disposition)
    {
        ArgumentNullException.ThrowIfNull(disposition);
        if (!IsCode(disposition.Code))
        {
            throw Invalid($"'{disposition.Code}' is not a code; allowed are 1 to {MaxCode} ASCII letters, digits, '-' or '_'.");
        }

        if (disposition.Note?.Length > MaxNote)
        {
            throw Invalid($"A note has at most {MaxNote} characters; this one has {disposition.Note.Length}.");
        }
    }

    public static void Check(IReadOnlyList<MessageField> draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Count is 0 or > MaxFields)
        {
            throw Invalid($"1 to {MaxFields} fields of a draft are saved at a time; these are {draft.Count}.");
        }

        foreach (var field in draft)
        {
            if (field?.Name is not { Length: >= 1 and <= MaxName } || field.Value is null or { Length: > MaxValue })
            {
                throw Invalid($"A draft's field has a name of 1 to {MaxName} characters and a value of at most {MaxValue}; '{field?.Name}' has not.");
            }
        }
    }

    public static void Check(AskedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(question.Text) || question.Text.Length > MaxQuestion || question.Text.Any(char.IsControl))
        {
            throw Invalid($"A question has 1 to {MaxQuestion} characters on one line; this one has {question.Text?.Length ?? 0}.");
        }

        if (question.Faq is { } faq && !IsCode(faq))
        {
            throw Invalid($"'{faq}' is not the id of a question on a card; allowed are 1 to {MaxCode} ASCII letters, digits, '-' or '_'.");
        }
    }

    private static bool IsCode(string? text) => text is { Length: >= 1 and <= MaxCode } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static CallCommandException Invalid(string message) => new(CallCommandError.Invalid, message);
}
