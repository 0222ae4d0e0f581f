namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>What a caller left, written down or spoken.</summary>
internal sealed record Message(string Id, string Kind, string? Employee, DateTimeOffset At, Recording? Recording)
{
    public Dictionary<string, string> Fields { get; init; } = [];
    public Delivery[] Delivery { get; init; } = [];
}
