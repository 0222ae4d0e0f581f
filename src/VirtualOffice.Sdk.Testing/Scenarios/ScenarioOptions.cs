namespace VirtualOffice.Sdk.Testing;

/// <summary>How the office of a scenario is made.</summary>
public sealed class ScenarioOptions
{
    /// <summary>The folder with the documents of companies and operators; null when all are in <see cref="Documents"/>.</summary>
    public string? Folder { get; set; }

    /// <summary>Documents by their file names, such as <c>fox-travel.yaml</c>; they are read besides those of the folder, and instead of the one of the same name.</summary>
    public IDictionary<string, string> Documents { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When the scenario begins; Monday 2 March 2026, 09:00 UTC by default.</summary>
    public DateTimeOffset StartAt { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The zone of the times in the timeline and in sentences; null, the default, for that of the first company.</summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Where all chance comes from; 1 by default.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The names of the channels that messages can be sent by, besides <c>voice</c>, which rings phones up; <c>email</c>, <c>sms</c> and <c>webhook</c> by default.</summary>
    public IReadOnlyList<string> Channels { get; set; } = ["email", "sms", "webhook"];

    /// <summary>Sets the office's options; null for the defaults.</summary>
    public Action<OfficeOptions>? Configure { get; set; }

    /// <summary>Adds what the host adds besides PBX, stores, companies and channels: steps of the intake, routing strategies. Null for nothing.</summary>
    public Action<IVirtualOfficeBuilder>? Compose { get; set; }
}
