namespace VirtualOffice.Sdk.Asterisk;

/// <summary>GET /channels/{id}.</summary>
internal sealed record AriChannel(string? Id, string? Name, string? State, AriChannel.Party? Caller, AriChannel.Place? Dialplan)
{
    internal sealed record Party(string? Name, string? Number);

    internal sealed record Place(string? Exten, string? AppName, string? AppData);
}
