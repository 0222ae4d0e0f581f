namespace VirtualOffice.Sdk.Asterisk;

/// <summary>GET /asterisk/info.</summary>
internal sealed record AriInfo(AriInfo.SystemInfo? System, AriInfo.StatusInfo? Status)
{
    internal sealed record SystemInfo(string? Version);

    internal sealed record StatusInfo(string? StartupTime);
}
