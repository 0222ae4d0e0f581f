using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// Which numbers are dialled for a company, and how many. The numbers of its employees stand in its document and are allowed unless they are denied;
/// a number dialled by hand is denied unless it is allowed.
/// </summary>
public sealed record DialPolicy
{
    /// <summary>The policy of a company that has none: only employees' numbers, and no limit on calls.</summary>
    public static DialPolicy Default { get; } = new();

    /// <summary>The beginnings, digits without <c>+</c>, of numbers that may be dialled by hand, for example <c>7812</c>. None by default.</summary>
    public IReadOnlyList<string> Allow { get; init => field = value ?? []; } = [];

    /// <summary>The beginnings, digits without <c>+</c>, of numbers that are never dialled, whoever's they are; they win over <see cref="Allow"/>.</summary>
    public IReadOnlyList<string> Deny { get; init => field = value ?? []; } = [];

    /// <summary>How many numbers ring or talk at once at most; null, the default, for no limit.</summary>
    public int? MaxAtOnce { get; init; }

    /// <summary>How many numbers are dialled within an hour at most; null, the default, for no limit.</summary>
    public int? MaxPerHour { get; init; }

    /// <summary>How many numbers are dialled within 24 hours at most; null, the default, for no limit.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>Whether an employee's phone shows the caller's number. False, the default: it shows the company's, which every trunk lets through.</summary>
    public bool ShowsCaller { get; init; }

    /// <summary>Whether a number may be dialled.</summary>
    /// <param name="number">The number.</param>
    /// <param name="byHand">Whether somebody typed it; false for one of the company's document.</param>
    public bool Allows(PhoneNumber number, bool byHand)
    {
        ArgumentNullException.ThrowIfNull(number);
        return !Deny.Any(Begins) && (!byHand || Allow.Any(Begins));

        bool Begins(string beginning) => number.Digits.StartsWith(beginning, StringComparison.Ordinal);
    }
}
