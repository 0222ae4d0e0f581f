using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>A place where a company receives customers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is, in words to say.</param>
public sealed record CardOffice(string Name, string Address)
{
    /// <summary>Its phone; null when not said.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>Where it is on a map; http or https. Null when not said.</summary>
    public Uri? Map { get; init; }

    /// <summary>How to get there; null when not said.</summary>
    public string? Directions { get; init; }

    /// <summary>The zone its hours are meant in; null for the company's.</summary>
    [JsonConverter(typeof(TimeZoneJsonConverter))]
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>When it is open; null when not said, or for always but for the exceptions where it has some.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>Days with hours of their own. The company's exceptions do not count here.</summary>
    public IReadOnlyList<HoursException> HoursExceptions { get; init => field = value ?? []; } = [];

    /// <summary>Whether it is open or closed now whatever its hours say; null when the hours count.</summary>
    public HoursOverride? HoursOverride { get; init; }

    /// <summary>Whether anything is said of when it is open.</summary>
    public bool SaysHours => Hours is not null || HoursExceptions.Count > 0 || HoursOverride is not null;
}
