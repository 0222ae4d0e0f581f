using System.Globalization;
using NodaTime;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Decides who is on call at an instant: the shortest entry that covers it, then the rotation, then the default.</summary>
internal static class OnCallRules
{
    private static readonly Duration Horizon = Duration.FromDays(400);

    public static OnCallDecision Decide(CompanyDefinition company, OnCallList list, DateTimeOffset instant)
    {
        var (zone, at) = (CompanyTime.ZoneOf(company), Instant.FromDateTimeOffset(instant));
        var (who, rule) = At(list, zone, at);
        return new OnCallDecision([.. who.Select(company.FindEmployee).OfType<Employee>()], rule, ChangeAfter(list, zone, at, rule));
    }

    /// <summary>The times in which nobody is on call, in order.</summary>
    public static IEnumerable<OnCallGap> GapsOf(CompanyDefinition company, OnCallList list, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = CompanyTime.ZoneOf(company);
        DateTimeOffset? gap = null;
        for (var at = TimeZoneInfo.ConvertTime(from, company.TimeZone); at < to;)
        {
            var decision = Decide(company, list, at);
            if (decision.Who.Count > 0 && gap is { } since)
            {
                yield return new OnCallGap(list.Id, since, at);
                gap = null;
            }
            else if (decision.Who.Count == 0)
            {
                gap ??= at;
            }

            at = decision.ChangesAt ?? to;
        }

        if (gap is { } open)
        {
            yield return new OnCallGap(list.Id, open, CompanyTime.Local(Instant.FromDateTimeOffset(to), zone));
        }
    }

    private static (IReadOnlyList<EmployeeId> Who, string Rule) At(OnCallList list, DateTimeZone zone, Instant at)
    {
        var entry = list.Entries
            .Select(e => (Entry: e, From: CompanyTime.StartOf(e.From, zone), To: CompanyTime.EndOf(e.To, zone)))
            .Where(e => e.From <= at && at < e.To)
            .OrderBy(e => e.To - e.From)
            .FirstOrDefault();
        if (entry.Entry is { } named)
        {
            return (named.Who, string.Create(CultureInfo.InvariantCulture, $"{list.Name}, entry {named.From:yyyy-MM-dd HH:mm} to {named.To:yyyy-MM-dd HH:mm}"));
        }

        if (list.Rotation is { Members.Count: > 0 } rotation && TurnAt(rotation, zone, at) is var turn and >= 0)
        {
            var member = rotation.Members[turn % rotation.Members.Count];
            return ([member], string.Create(CultureInfo.InvariantCulture, $"{list.Name}, turn of {member} since {HandoverOf(rotation, turn):yyyy-MM-dd HH:mm}"));
        }

        return list.Default.Count > 0 ? (list.Default, $"{list.Name}, default") : ([], $"{list.Name}, nobody");
    }

    /// <summary>The number of the turn, from 0; -1 before the first.</summary>
    private static int TurnAt(OnCallRotation rotation, DateTimeZone zone, Instant at)
    {
        var days = Period.DaysBetween(LocalDate.FromDateOnly(rotation.From), at.InZone(zone).Date);
        var turn = (int)Math.Floor(days / (double)LengthOf(rotation));
        return turn >= 0 && at < StartOf(rotation, zone, turn) ? turn - 1 : Math.Max(turn, -1);
    }

    private static int LengthOf(OnCallRotation rotation) => rotation.Every == OnCallPeriod.Week ? 7 : 1;

    private static DateTime HandoverOf(OnCallRotation rotation, int turn) => rotation.From.AddDays(turn * LengthOf(rotation)).ToDateTime(rotation.Handover);

    private static Instant StartOf(OnCallRotation rotation, DateTimeZone zone, int turn) => CompanyTime.StartOf(HandoverOf(rotation, turn), zone);

    private static DateTimeOffset? ChangeAfter(OnCallList list, DateTimeZone zone, Instant at, string rule)
    {
        var ends = list.Entries.SelectMany(e => new[] { CompanyTime.StartOf(e.From, zone), CompanyTime.EndOf(e.To, zone) }).Where(e => e > at).Order().ToList();
        for (var from = at; from < at + Horizon;)
        {
            // Where a handover falls on the jump of a clock, two of them may be at one instant.
            var handover = list.Rotation is { Members.Count: > 0 } rotation ? HandoverAfter(rotation, zone, from) : (Instant?)null;
            var next = ends.Find(e => e > from) is var end && end > from && (handover is null || end < handover) ? end : handover;
            if (next is not { } change)
            {
                return null;
            }

            if (At(list, zone, change).Rule != rule)
            {
                return CompanyTime.Local(change, zone);
            }

            from = change;
        }

        return null;
    }

    private static Instant HandoverAfter(OnCallRotation rotation, DateTimeZone zone, Instant at)
    {
        var turn = TurnAt(rotation, zone, at) + 1;
        while (StartOf(rotation, zone, turn) <= at)
        {
            turn++;
        }

        return StartOf(rotation, zone, turn);
    }
}
