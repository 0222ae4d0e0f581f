namespace VirtualOffice.Sdk;

/// <summary>Where messages are posted to, and how the posts are signed. Validated at start.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where to: an absolute address, https, or http to this very machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>The secret that the posts are signed with, 16 characters or more. Never logged.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How long an attempt may take. 1 to 100 s; 15 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
