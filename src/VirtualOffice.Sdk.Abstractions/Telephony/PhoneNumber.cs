using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>A telephone number in the international form of E.164: <c>+</c> and 5 to 15 ASCII digits, the first not zero.</summary>
[JsonConverter(typeof(PhoneNumberJsonConverter))]
public sealed record PhoneNumber
{
    private const int MinDigits = 5;
    private const int MaxDigits = 15;

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The digits without the <c>+</c>.</summary>
    public string Digits { get; }

    /// <summary>Reads a number in international form. Spaces, hyphens, dots and parentheses are allowed and dropped.</summary>
    /// <exception cref="FormatException">It is not an international number.</exception>
    public static PhoneNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a phone number; expected the international form, '+' and 5 to 15 digits, such as +78124540001.");

    /// <summary>Reads a number in international form. Spaces, hyphens, dots and parentheses are allowed and dropped.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (text is null || text.Length is 0 or > 40 || text[0] != '+')
        {
            return false;
        }

        Span<char> digits = stackalloc char[MaxDigits];
        var count = 0;
        foreach (var c in text.AsSpan(1))
        {
            if (c is ' ' or '-' or '.' or '(' or ')')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == MaxDigits)
            {
                return false;
            }

            digits[count++] = c;
        }

        if (count < MinDigits || digits[0] == '0')
        {
            return false;
        }

        number = new PhoneNumber(new string(digits[..count]));
        return true;
    }

    /// <summary>Reads a number as networks pass it in signalling: with or without the <c>+</c>.</summary>
    public static bool TryParseSignalled([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number) =>
        TryParse(text, out number) || (text is { Length: > 0 } && char.IsAsciiDigit(text[0]) && TryParse("+" + text, out number));

    /// <summary>The number with all but its last two digits hidden, for logs.</summary>
    public string ToMaskedString() => $"+{new string('*', Digits.Length - 2)}{Digits[^2..]}";

    /// <inheritdoc/>
    public override string ToString() => "+" + Digits;
}
