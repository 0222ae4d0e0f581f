using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the office knows of an operator and the board need not.</summary>
internal sealed class HostedOperator(OperatorDefinition definition)
{
    public OperatorDefinition Definition { get; set; } = definition;

    /// <summary>Since when the operator was idle, now or before the present call; null before the first time.</summary>
    public long? IdleSince { get; set; }

    /// <summary>The last snapshot, which serves again as long as it is true.</summary>
    public OperatorSnapshot? Snapshot { get; set; }

    /// <summary>The operator's own reason for a break.</summary>
    public string? Reason { get; set; }
}
