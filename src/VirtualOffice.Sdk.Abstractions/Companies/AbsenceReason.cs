namespace VirtualOffice.Sdk.Companies;

/// <summary>Why an employee is away.</summary>
public enum AbsenceReason
{
    /// <summary>For the reason in the note.</summary>
    Other,

    /// <summary>In a meeting.</summary>
    Meeting,

    /// <summary>Ill.</summary>
    Ill,

    /// <summary>Out of coverage.</summary>
    OutOfCoverage,

    /// <summary>On holiday.</summary>
    Holiday,

    /// <summary>On a business trip.</summary>
    BusinessTrip,

    /// <summary>Not to be disturbed.</summary>
    DoNotDisturb,
}
