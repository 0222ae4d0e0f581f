namespace VirtualOffice.Sdk.Asterisk;

/// <summary>PUT /applications/{name}/eventFilter.</summary>
internal sealed record AriEventFilter(IReadOnlyList<AriEventFilter.EventType> Allowed)
{
    public static AriEventFilter Wanted { get; } = new([.. AriEventTypes.Wanted.Select(name => new EventType(name))]);

    internal sealed record EventType(string Type);
}
