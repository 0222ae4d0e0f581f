using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>Is told when an operator's desk opens and when it is gone. Register it as a service; called in turn, and must be quick.</summary>
public interface IDeskSessionObserver
{
    /// <summary>The operator has opened a desk, or taken it over from another tab.</summary>
    Task OpenedAsync(OperatorId op, CancellationToken cancellationToken);

    /// <summary>The operator has signed off, or the desk was silent for longer than its lease.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="wasLost">Whether the desk fell silent instead of being closed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task ClosedAsync(OperatorId op, bool wasLost, CancellationToken cancellationToken);
}
