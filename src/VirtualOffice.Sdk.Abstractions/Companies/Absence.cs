namespace VirtualOffice.Sdk.Companies;

/// <summary>An employee is away: now, later, or again and again. Meanwhile plans skip the employee, and the operator is told why, until when and who stands in.</summary>
/// <param name="Employee">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record Absence(EmployeeId Employee, AbsenceReason Reason)
{
    /// <summary>More on it, for the operator; at most 100 characters.</summary>
    public string? Note { get; init; }

    /// <summary>From when, in the company's time, included; null for since ever.</summary>
    public DateTime? From { get; init; }

    /// <summary>Until when, in the company's time, excluded: then it is over by itself. Null for until it is taken back.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Only in these hours of the week; null for all the time between <see cref="From"/> and <see cref="Until"/>.</summary>
    public WeeklyHours? Weekly { get; init; }

    /// <summary>Who takes the calls meanwhile; null when nobody does.</summary>
    public EmployeeId? StandIn { get; init; }

    /// <summary>The reason and the note, for a person to read.</summary>
    public string Text()
    {
        var reason = Reason switch
        {
            AbsenceReason.Meeting => "in a meeting",
            AbsenceReason.Ill => "ill",
            AbsenceReason.OutOfCoverage => "out of coverage",
            AbsenceReason.Holiday => "on holiday",
            AbsenceReason.BusinessTrip => "on a business trip",
            AbsenceReason.DoNotDisturb => "not to be disturbed",
            _ => Note ?? "away",
        };
        return Note is { } note && reason != note ? $"{reason} ({note})" : reason;
    }
}
