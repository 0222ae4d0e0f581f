using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Queues;

/// <summary>The companies' queues: how they stand, and why a call is offered to whom. Asking delays no decision. Safe for concurrent use.</summary>
public interface IQueues
{
    /// <summary>Every company's queue at one instant, ordered by company.</summary>
    Task<IReadOnlyList<QueueSnapshot>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One company's queue.</summary>
    /// <exception cref="KeyNotFoundException">There is no such company.</exception>
    Task<QueueSnapshot> GetAsync(CompanyId company, CancellationToken cancellationToken = default);

    /// <summary>What can be announced to a waiting caller; null when the call does not wait.</summary>
    Task<QueueForecast?> ForecastAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Who may be offered a call now, and why the others are not; null when the call neither waits nor is offered.</summary>
    Task<RoutingExplanation?> ExplainAsync(CallId call, CancellationToken cancellationToken = default);
}
