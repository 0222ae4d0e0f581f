namespace VirtualOffice.Sdk.Companies;

/// <summary>Who of the companies' people can be reached, and who is on call. Safe for concurrent use.</summary>
public interface IEmployees
{
    /// <summary>Whether an employee takes calls; null when there is no such company or employee.</summary>
    /// <param name="company">The company.</param>
    /// <param name="employee">The employee.</param>
    /// <param name="at">When; null for now.</param>
    EmployeeAvailability? Find(CompanyId company, EmployeeId employee, DateTimeOffset? at = null);

    /// <summary>Whether the company's employees take calls, in the order of its document; none when there is no such company.</summary>
    /// <param name="company">The company.</param>
    /// <param name="at">When; null for now.</param>
    IReadOnlyList<EmployeeAvailability> List(CompanyId company, DateTimeOffset? at = null);

    /// <summary>The absences that were set while the office runs and are not over, the oldest first. Those of the company's document are in its definition.</summary>
    IReadOnlyList<KeptAbsence> ListAbsences(CompanyId company);

    /// <summary>Sets an absence; durable when the task completes. Of several of an employee at an instant the one that ends last counts.</summary>
    /// <param name="company">The company.</param>
    /// <param name="absence">Who is away, and when.</param>
    /// <param name="by">Who sets it; null when nobody says. At most 100 characters.</param>
    /// <param name="cancellationToken">Cancels the wait, not the change.</param>
    /// <exception cref="KeyNotFoundException">There is no such company or employee.</exception>
    /// <exception cref="ArgumentException">The absence ends before it begins or is over, the employee stands in for themselves, or a text is too long.</exception>
    /// <exception cref="Stores.StoreUnavailableException">The store is away; nothing is changed.</exception>
    Task<KeptAbsence> SetAbsenceAsync(CompanyId company, Absence absence, string? by = null, CancellationToken cancellationToken = default);

    /// <summary>Takes an absence back that was set while the office runs; durable when the task completes. False when there is none, or it was taken back before.</summary>
    /// <exception cref="Stores.StoreUnavailableException">The store is away; nothing is changed.</exception>
    Task<bool> EndAbsenceAsync(CompanyId company, AbsenceId absence, CancellationToken cancellationToken = default);

    /// <summary>Who is on call; null when there is no such company or list.</summary>
    /// <param name="company">The company.</param>
    /// <param name="list">The list.</param>
    /// <param name="at">When; null for now.</param>
    OnCallDecision? WhoIsOnCall(CompanyId company, OnCallListId list, DateTimeOffset? at = null);

    /// <summary>The times in which nobody is on call, in order, of all the company's lists.</summary>
    /// <param name="company">The company.</param>
    /// <param name="from">From when on.</param>
    /// <param name="time">For how long; at most 400 days.</param>
    IReadOnlyList<OnCallGap> FindGaps(CompanyId company, DateTimeOffset from, TimeSpan time);
}
