namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>Whether the host takes calls, and if not, what it waits for.</summary>
internal sealed record Readiness(bool Ready)
{
    public string[] WaitingFor { get; init; } = [];

    public override string ToString() => Ready ? "ready" : $"waiting for {string.Join("; ", WaitingFor)}";
}
