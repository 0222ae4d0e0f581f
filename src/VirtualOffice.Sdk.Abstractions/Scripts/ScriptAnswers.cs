using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Checks answers against what a field may hold.</summary>
public static class ScriptAnswers
{
    private const int MaxText = 10_000;
    private const int MaxName = 100;
    private const int MaxAddress = 254;

    /// <summary>Checks an answer and brings it into the form in which it is kept.</summary>
    /// <param name="step">The step that asks.</param>
    /// <param name="text">The answer as it was given.</param>
    /// <param name="value">The answer as it is kept.</param>
    /// <param name="allowed">What is allowed; null when the answer is.</param>
    public static bool TryCheck(ScriptStep step, string? text, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? allowed)
    {
        ArgumentNullException.ThrowIfNull(step);
        value = null;
        var given = text?.Trim() ?? "";
        (value, allowed) = step.FieldType switch
        {
            ScriptFieldType.Name => (IsLine(given, MaxName) ? given : null, $"a name of 1 to {MaxName} characters on one line"),
            ScriptFieldType.Phone => (PhoneNumber.TryParseSignalled(given, out var number) ? number.ToString() : null, "a phone number in international form, such as +78124540001"),
            ScriptFieldType.Email => (IsAddress(given) ? given : null, "an e-mail address, such as anna@example.com"),
            ScriptFieldType.Choice => (step.Texts("choices").FirstOrDefault(c => string.Equals(c, given, StringComparison.OrdinalIgnoreCase)), $"one of {string.Join(", ", step.Texts("choices"))}"),
            ScriptFieldType.Date => (Day(given), "a day, such as 2026-12-31 or 31.12.2026"),
            ScriptFieldType.Number => (Number(step, given), $"a number{Limits(step)}"),
            _ => (given is { Length: > 0 and <= MaxText } ? given : null, $"a text of 1 to {MaxText} characters"),
        };
        allowed = value is null ? allowed : null;
        return value is not null;
    }

    private static bool IsLine(string text, int max) => text.Length > 0 && text.Length <= max && !text.Any(char.IsControl);

    private static bool IsAddress(string text) =>
        text.Length <= MaxAddress && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',') && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>A day as people write and key it in: year first, or day first; without separators day first.</summary>
    private static string? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.M.yyyy", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Number(ScriptStep step, string text) =>
        ConditionNode.TryNumber(text, out var number) && number >= (step.Whole("min") ?? decimal.MinValue) && number <= (step.Whole("max") ?? decimal.MaxValue)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Limits(ScriptStep step) => (step.Whole("min"), step.Whole("max")) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $", {min} to {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $", {min} or more"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $", at most {max}"),
        _ => "",
    };
}
