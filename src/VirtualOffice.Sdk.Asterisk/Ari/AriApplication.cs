namespace VirtualOffice.Sdk.Asterisk;

/// <summary>GET /applications/{name}: what the application has.</summary>
internal sealed record AriApplication(IReadOnlyList<string>? ChannelIds);
