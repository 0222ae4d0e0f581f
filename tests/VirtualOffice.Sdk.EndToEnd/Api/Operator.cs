namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>An operator as the REST API shows it.</summary>
internal sealed record Operator(string Id, string Name, string Device, string State, string? Reason, DateTimeOffset Since, string? Call)
{
    public string[] Companies { get; init; } = [];
}
