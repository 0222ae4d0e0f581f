namespace VirtualOffice.Sdk.Asterisk;

/// <summary>PUT /applications/{name}/eventFilter.</summary>
internal sealed record AriEventFilter(IReadOnlyList<AriEventFilter.EventType> Allowed)
{
    /// <summary>An event that can be asked for, to hear whether events come at all.</summary>
    private const string UserEvent = "ChannelUserevent";

    public static AriEventFilter Wanted { get; } = new([.. AriEventTypes.Wanted.Append(UserEvent).Select(name => new EventType(name))]);

    internal sealed record EventType(string Type);
}
