using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Which callers a company treats in a way of their own.</summary>
public sealed record CallerRules
{
    /// <summary>The rules of a company that has none: everybody is served alike.</summary>
    public static CallerRules Default { get; } = new();

    /// <summary>Callers the company knows, VIPs among them.</summary>
    public IReadOnlyList<KnownCaller> Known { get; init => field = value ?? []; } = [];

    /// <summary>Numbers that are refused: solicitors, for example.</summary>
    public IReadOnlyList<PhoneNumber> Blocked { get; init => field = value ?? []; } = [];

    /// <summary>What becomes of callers who withhold their number.</summary>
    public AnonymousCallers Anonymous { get; init; }

    /// <summary>Who calls again within this time after hanging up in the queue is credited with the time waited then; zero, the default, for not at all. At most 1 h.</summary>
    public TimeSpan RedialWithin { get; init; }
}
