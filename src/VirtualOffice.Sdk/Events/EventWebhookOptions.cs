using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk;

/// <summary>Where the office's events are posted to, and which. Validated at start.</summary>
public sealed class EventWebhookOptions
{
    /// <summary>Where to: an absolute address, https, or http to this very machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>The secret that the posts are signed with, 16 characters or more. Never logged.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Whose events: those of one company that concern it, or, for null, the default, the whole office's.</summary>
    public CompanyId? Company { get; set; }

    /// <summary>The types that are posted, such as <c>call.callEnded</c>; one that ends with a full stop and a star, such as <c>call.*</c>, means all of them. Empty, the default, for every type.</summary>
    public IList<string> Types { get; } = [];

    /// <summary>How long an attempt may take. 1 to 100 s; 15 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
