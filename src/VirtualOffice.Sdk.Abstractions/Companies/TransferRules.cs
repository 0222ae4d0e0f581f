using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>What a company's callers hear while they are transferred.</summary>
public sealed record TransferRules
{
    /// <summary>The rules of a company that has none: music.</summary>
    public static TransferRules Default { get; } = new();

    /// <summary>A prompt that tells the caller that it is still being tried; null, the default, for music alone.</summary>
    public RecordedPrompt? Progress { get; init; }

    /// <summary>How long after the start of the transfer it is played, and then again, 5 s to 5 min; 20 s by default.</summary>
    public TimeSpan ProgressEvery { get; init => field = value == default ? TimeSpan.FromSeconds(20) : value; } = TimeSpan.FromSeconds(20);
}
