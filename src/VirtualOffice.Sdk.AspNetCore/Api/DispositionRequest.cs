using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record DispositionRequest(string? Code, string? Note = null)
{
    public CallDisposition ToDisposition(OperatorId? by) => new(Code ?? "", string.IsNullOrWhiteSpace(Note) ? null : Note, by);
}
