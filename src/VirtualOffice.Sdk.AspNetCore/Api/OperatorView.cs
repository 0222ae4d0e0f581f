using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>An operator as the API shows it.</summary>
internal sealed record OperatorView(
    string Id,
    string Name,
    string Device,
    IReadOnlyList<string> Companies,
    OperatorState State,
    string? Reason,
    DateTimeOffset Since,
    string? Call,
    DateTimeOffset? WrapUpEnds)
{
    public static OperatorView Of(OperatorSnapshot op) => new(
        op.Definition.Id.Value,
        op.Definition.Name,
        op.Definition.Device.Value,
        [.. op.Definition.Companies.Select(c => c.Value)],
        op.State,
        op.Reason,
        op.Since,
        op.Call?.ToString(),
        op.WrapUpEnds);
}
