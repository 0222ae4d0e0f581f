using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>An operator on the board.</summary>
internal sealed class DispatchOperator(OperatorDefinition definition)
{
    public OperatorDefinition Definition { get; set; } = definition;

    public OperatorPresence Presence { get; set; }

    public string? Reason { get; set; }

    public OperatorState State { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>When the operator last became free; longest idle is first.</summary>
    public long IdleSince { get; set; }

    public CallId? Call { get; set; }

    /// <summary>Tells a stale wrap-up deadline from the present one.</summary>
    public long WrapUp { get; set; }

    public OperatorSnapshot ToSnapshot() => new(Definition, State, Reason, Since, Call);
}
