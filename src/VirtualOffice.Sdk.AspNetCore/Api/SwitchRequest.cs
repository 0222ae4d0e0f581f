using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Whether something is to be so.</summary>
internal sealed record SwitchRequest(bool? On)
{
    public bool Checked() => On ?? throw new BadHttpRequestException("'on' must be true or false.");
}
