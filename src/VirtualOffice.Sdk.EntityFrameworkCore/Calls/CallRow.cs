namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>What is known of a call without reading its journal. <see cref="Version"/> is what appends are checked against.</summary>
internal sealed class CallRow
{
    /// <summary>The call's id as 32 lower-case hexadecimal digits, whose order is that of creation.</summary>
    public required string Id { get; set; }

    /// <summary>The company; null before intake, and when no company has the number.</summary>
    public string? Company { get; set; }

    /// <summary>UTC ticks of the first event.</summary>
    public long ReceivedAt { get; set; }

    /// <summary>How many events the journal has.</summary>
    public long Version { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>The kind of outcome, for reports in SQL; null while the call lives.</summary>
    public string? Outcome { get; set; }
}
