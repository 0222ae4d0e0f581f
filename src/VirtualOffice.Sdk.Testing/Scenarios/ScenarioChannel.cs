using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A channel that messages are sent by in a scenario; it keeps what it delivered.</summary>
public sealed class ScenarioChannel
{
    private readonly ScenarioOffice _office;
    private readonly List<(DateTimeOffset At, Notification Notification, DeliveryAttempt Attempt)> _attempts = [];
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _downUntil;

    internal ScenarioChannel(ScenarioOffice office, string name) => (_office, Name) = (office, name);

    /// <summary>The channel's name.</summary>
    public string Name { get; }

    /// <summary>What was delivered, in order.</summary>
    public IReadOnlyList<Notification> Delivered => [.. _attempts.Where(a => a.Attempt.Outcome == DeliveryOutcome.Delivered).Select(a => a.Notification)];

    internal IReadOnlyList<(DateTimeOffset At, Notification Notification, DeliveryAttempt Attempt)> Attempts => _attempts;

    /// <summary>It cannot be used for a while from now.</summary>
    public void IsDownFor(TimeSpan time)
    {
        _office.Note(Name, $"is down for {ShortTimes.Of(time)}");
        _downUntil = _office.Now + time;
    }

    /// <summary>It refuses a recipient for good, from now on.</summary>
    public void Refuses(string recipient)
    {
        _office.Note(Name, $"refuses {recipient}, from now on");
        _refused.Add(recipient);
    }

    internal DeliveryAttempt Attempt(Notification notification)
    {
        var attempt = _office.Now < _downUntil ? DeliveryAttempt.RetryLater("421 the server is down")
            : _refused.Contains(notification.Delivery.Recipient) ? DeliveryAttempt.Failed("550 no such recipient")
            : DeliveryAttempt.Delivered("250 accepted");
        _attempts.Add((_office.Now, notification, attempt));
        return attempt;
    }
}
