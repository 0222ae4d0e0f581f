using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record PresenceRequest(string? State, string? Reason)
{
    public OperatorPresence ToPresence() =>
        Enum.TryParse<OperatorPresence>(State, out var presence) && Enum.IsDefined(presence) && !char.IsAsciiDigit(State![0])
            ? presence
            : throw new BadHttpRequestException($"'state' is '{State}'; allowed are {string.Join(", ", Enum.GetNames<OperatorPresence>())}.");
}
