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

    /// <summary>The caller's leg; null until an older version's row has been brought up to date.</summary>
    public string? CallerLeg { get; set; }

    public string? Dialled { get; set; }

    public string? CallerText { get; set; }

    public string? CallerNumber { get; set; }

    public string? CallerName { get; set; }

    /// <summary>UTC ticks; null when it was not answered.</summary>
    public long? AnsweredAt { get; set; }

    /// <summary>UTC ticks; null while it lives.</summary>
    public long? EndedAt { get; set; }

    /// <summary>The operator who had it last; null when none had it.</summary>
    public string? Operator { get; set; }

    /// <summary>How many events the views show. Another number than <see cref="Version"/> says that an older version of this package wrote since, and that the views are to be filled again.</summary>
    public long ViewVersion { get; set; }
}
