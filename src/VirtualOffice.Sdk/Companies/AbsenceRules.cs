using NodaTime;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// Decides whether an employee takes calls at an instant. Of several absences the one that ends last is told, and the employee is back when none is left.
/// Who stands in must take calls; whoever stands in for somebody away is asked in turn.
/// </summary>
internal static class AbsenceRules
{
    private const int MaxSpans = 100;

    private static readonly Duration Horizon = Duration.FromDays(400);

    public static EmployeeAvailability Decide(CompanyDefinition company, Employee employee, IReadOnlyList<Absence> absences, DateTimeOffset instant)
    {
        var (at, own) = (Instant.FromDateTimeOffset(instant), absences.Where(a => a.Employee == employee.Id).ToList());
        if (CountingAt(company, own, at) is not { } counts)
        {
            var next = own.Select(a => (Absence: a, At: BeginningAfter(company, a, at))).Where(n => n.At is not null).OrderBy(n => n.At).FirstOrDefault();
            return new EmployeeAvailability(employee, null, Local(company, next.At)) { Next = next.Absence };
        }

        return new EmployeeAvailability(employee, counts.Absence, Local(company, EndOfAll(company, own, counts.End)))
        {
            StandIn = StandInOf(company, absences, counts.Absence, instant, [employee.Id]),
        };
    }

    /// <summary>When an absence is over for good; null for never.</summary>
    public static DateTimeOffset? EndOf(CompanyDefinition company, Absence absence) =>
        absence.Until is { } until ? CompanyTime.EndOf(until, CompanyTime.ZoneOf(company)).ToDateTimeOffset() : null;

    private static DateTimeOffset? Local(CompanyDefinition company, Instant? at) => at is { } instant ? CompanyTime.Local(instant, CompanyTime.ZoneOf(company)) : null;

    private static Employee? StandInOf(CompanyDefinition company, IReadOnlyList<Absence> absences, Absence absence, DateTimeOffset instant, HashSet<EmployeeId> asked)
    {
        if (absence.StandIn is not { } id || !asked.Add(id) || company.FindEmployee(id) is not { } other)
        {
            return null;
        }

        var own = absences.Where(a => a.Employee == id).ToList();
        return CountingAt(company, own, Instant.FromDateTimeOffset(instant)) is { } away ? StandInOf(company, absences, away.Absence, instant, asked) : other;
    }

    /// <summary>The absence that ends last of those at an instant; its end is null when it goes on for ever.</summary>
    private static (Absence Absence, Instant? End)? CountingAt(CompanyDefinition company, IReadOnlyList<Absence> absences, Instant at)
    {
        (Absence Absence, Instant? End)? last = null;
        foreach (var absence in absences)
        {
            if (Covers(company, absence, at, out var end) && (last is null || end is null || (last.Value.End is { } before && end > before)))
            {
                last = (absence, end);
            }
        }

        return last;
    }

    private static Instant? EndOfAll(CompanyDefinition company, IReadOnlyList<Absence> absences, Instant? end)
    {
        for (var span = 0; span < MaxSpans && end is { } at; span++)
        {
            if (CountingAt(company, absences, at) is not { } next)
            {
                return at;
            }

            end = next.End;
        }

        return null;
    }

    private static bool Covers(CompanyDefinition company, Absence absence, Instant at, out Instant? end)
    {
        var zone = CompanyTime.ZoneOf(company);
        end = absence.Until is { } until ? CompanyTime.EndOf(until, zone) : null;
        if ((absence.From is { } from && at < CompanyTime.StartOf(from, zone)) || (end is { } over && at >= over))
        {
            return false;
        }

        if (absence.Weekly is not { } weekly)
        {
            return true;
        }

        var hours = OpeningHours.DecideAt(company, weekly, at.ToDateTimeOffset());
        if (hours.ChangesAt is { } changes && (end is null || Instant.FromDateTimeOffset(changes) < end))
        {
            end = Instant.FromDateTimeOffset(changes);
        }

        return hours.IsOpen;
    }

    /// <summary>When an absence that does not cover an instant begins next; null for never.</summary>
    private static Instant? BeginningAfter(CompanyDefinition company, Absence absence, Instant at)
    {
        var zone = CompanyTime.ZoneOf(company);
        var from = absence.From is { } begins ? Instant.Max(at, CompanyTime.StartOf(begins, zone)) : at;
        if (absence.Weekly is { } weekly && OpeningHours.DecideAt(company, weekly, from.ToDateTimeOffset()) is { IsOpen: false, ChangesAt: var opens })
        {
            from = opens is { } opening ? Instant.FromDateTimeOffset(opening) : Instant.MaxValue;
        }

        return from > at && from < at + Horizon && (absence.Until is not { } until || from < CompanyTime.EndOf(until, zone)) ? from : null;
    }
}
