using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Why somebody takes no calls, until when, and who stands in.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Note">More on it; null for nothing.</param>
/// <param name="Until">Until when; null for until it is taken back.</param>
/// <param name="StandIn">Who stands in, by name; null when nobody does.</param>
internal sealed record DeskAwayView(AbsenceReason Reason, string? Note, DateTimeOffset? Until, string? StandIn)
{
    public static DeskAwayView? Of(EmployeeAvailability? availability) => availability is { Absence: { } absence }
        ? new DeskAwayView(absence.Reason, absence.Note, availability.ChangesAt, availability.StandIn?.Name)
        : null;
}
