namespace VirtualOffice.Sdk;

/// <summary>Whether an office can take calls.</summary>
/// <param name="WaitingFor">What is missing, one sentence each, for example <c>PBX main: connection refused</c>; empty when ready.</param>
public sealed record OfficeReadiness(IReadOnlyList<string> WaitingFor)
{
    /// <summary>True when nothing is missing.</summary>
    public bool IsReady => WaitingFor.Count == 0;
}
