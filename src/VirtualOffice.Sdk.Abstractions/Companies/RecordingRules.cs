using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Whether a company's calls are recorded, and how callers are told.</summary>
public sealed record RecordingRules
{
    /// <summary>The rules of a company that has none: every call is recorded, and nobody is told by the office.</summary>
    public static RecordingRules Default { get; } = new();

    /// <summary>What is recorded.</summary>
    public RecordingMode Mode { get; init; }

    /// <summary>The prompt that tells the caller, to its end, before anything is recorded; null, the default, for none.</summary>
    public RecordedPrompt? Announcement { get; init; }

    /// <summary>After how long a recording that an operator paused goes on by itself, 5 s to 1 h; 2 min by default.</summary>
    public TimeSpan ResumeAfter { get; init => field = value == default ? TimeSpan.FromMinutes(2) : value; } = TimeSpan.FromMinutes(2);

    /// <summary>How voice messages go with e-mails; attached by default.</summary>
    public MessageRecording InMessages { get; init; }
}
