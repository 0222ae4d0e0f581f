using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Operators;

/// <summary>The office's operators. Safe for concurrent use.</summary>
public interface IOperators
{
    /// <summary>All operators, ordered by id.</summary>
    IReadOnlyList<OperatorSnapshot> List();

    /// <summary>An operator; null when there is none with this id.</summary>
    OperatorSnapshot? Find(OperatorId id);

    /// <summary>Sets what the operator wishes to be; durable, and kept over restarts. It takes effect at once, or after the call the operator has.</summary>
    /// <param name="id">The operator.</param>
    /// <param name="presence">The wish.</param>
    /// <param name="reason">Why, for a break; at most 100 characters.</param>
    /// <param name="cancellationToken">Cancels the wait, not the change.</param>
    /// <exception cref="KeyNotFoundException">There is no such operator.</exception>
    Task<OperatorSnapshot> SetPresenceAsync(OperatorId id, OperatorPresence presence, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Ends the operator's work after a call early; does nothing when there is none.</summary>
    /// <exception cref="KeyNotFoundException">There is no such operator.</exception>
    Task<OperatorSnapshot> EndWrapUpAsync(OperatorId id, CancellationToken cancellationToken = default);

    /// <summary>Lets the operator's work after a call last from now for this long; does nothing when there is none.</summary>
    /// <param name="id">The operator.</param>
    /// <param name="time">0 to 8 h; null for until <see cref="EndWrapUpAsync"/>, or the operator's next wish.</param>
    /// <param name="cancellationToken">Cancels the wait, not the change.</param>
    /// <exception cref="KeyNotFoundException">There is no such operator.</exception>
    Task<OperatorSnapshot> ExtendWrapUpAsync(OperatorId id, TimeSpan? time, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets the operator serve these companies, from now on until the operators' document says otherwise or the host is started anew. A call the operator has goes on. Backup rings stay
    /// where the company stays.
    /// </summary>
    /// <param name="id">The operator.</param>
    /// <param name="companies">At most <see cref="OperatorDefinition.MaxCompanies"/>.</param>
    /// <param name="cancellationToken">Cancels the wait, not the change.</param>
    /// <exception cref="KeyNotFoundException">There is no such operator.</exception>
    /// <exception cref="ArgumentException">There are too many, or one of them is not a company of the office; the message says which and why.</exception>
    Task<OperatorSnapshot> AssignAsync(OperatorId id, IReadOnlyList<CompanyId> companies, CancellationToken cancellationToken = default);
}
