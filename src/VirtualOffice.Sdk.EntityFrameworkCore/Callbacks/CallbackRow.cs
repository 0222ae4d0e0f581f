namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A call-back task. It is open while <see cref="EndedAt"/> is null.</summary>
internal sealed class CallbackRow
{
    public required string CallId { get; set; }

    public required string Company { get; set; }

    /// <summary>The number to call, in the form of E.164.</summary>
    public required string Number { get; set; }

    public string? Name { get; set; }

    /// <summary>UTC ticks of the call's receipt.</summary>
    public long CalledAt { get; set; }

    public required string Outcome { get; set; }

    public required string Stage { get; set; }

    /// <summary>Ticks; null when the outcome does not tell.</summary>
    public long? Waited { get; set; }

    /// <summary>How often the caller was called back in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC ticks of the end of the last of these attempts.</summary>
    public long? LastAttemptAt { get; set; }

    /// <summary>UTC ticks; null while it is open.</summary>
    public long? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public string? Note { get; set; }

    /// <summary>The later call in which the caller was served.</summary>
    public string? CalledAgain { get; set; }
}
