using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A rule for when waiting is too much, and where it leads.</summary>
/// <param name="When">What is too much; <see cref="QueueExit.Closed"/> for the company's closing while the caller waits.</param>
/// <param name="Then">What becomes of the caller.</param>
public sealed record QueueLimit(QueueExit When, QueueAction Then)
{
    /// <summary>For <see cref="QueueExit.QueueLength"/> and <see cref="QueueExit.WaitingPerOperator"/>: so many that wait already keep the next one out. 1 to 10,000.</summary>
    public int Count { get; init; }

    /// <summary>For <see cref="QueueExit.WaitLimit"/> and <see cref="QueueExit.ExpectedWait"/>: longer than this is too long. 1 s to 4 h.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>For <see cref="QueueAction.Overflow"/>: the company whose operators are asked instead of its own. Operators to be asked as well are backups, in a ring of their own.</summary>
    public CompanyId? To { get; init; }

    /// <summary>For <see cref="QueueAction.Announcement"/> and <see cref="QueueAction.Callback"/>: what the caller hears; null for the office's usual prompt.</summary>
    public RecordedPrompt? Prompt { get; init; }
}
