using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record CallTypeRequest(string? CallType)
{
    public CallTypeId ToId() => CallTypeId.TryParse(CallType, out var id)
        ? id
        : throw new BadHttpRequestException($"'callType' is '{CallType}'; allowed is the id of one of the company's call types.");
}
