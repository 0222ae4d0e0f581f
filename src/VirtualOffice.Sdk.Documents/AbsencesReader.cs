using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads when employees are away.</summary>
internal sealed class AbsencesReader(DocumentReader reader, IReadOnlyList<Employee> employees)
{
    internal static readonly (string Name, AbsenceReason Reason)[] Reasons =
    [
        ("meeting", AbsenceReason.Meeting), ("ill", AbsenceReason.Ill), ("outOfCoverage", AbsenceReason.OutOfCoverage), ("holiday", AbsenceReason.Holiday),
        ("businessTrip", AbsenceReason.BusinessTrip), ("doNotDisturb", AbsenceReason.DoNotDisturb), ("other", AbsenceReason.Other),
    ];

    public IReadOnlyList<Absence> Read(DocumentNode? node) =>
        [.. reader.Items(node, "a list of absences, such as { employee: anna, reason: holiday, from: 2026-12-28, until: 2027-01-10 }").Select(ReadOne).OfType<Absence>()];

    private Absence? ReadOne(DocumentNode node)
    {
        if (reader.Fields(node, "employee", "reason", "note", "from", "until", "hours", "standIn") is not { } fields)
        {
            return null;
        }

        var people = new EmployeeListReader(reader, employees);
        var hasEmployee = people.TryRead(reader.Required(node, fields, "employee", "the id of an employee of this document"), out var employee);
        var hasReason = reader.TryChoose(reader.Required(node, fields, "reason", $"one of {DocumentReader.Names(Reasons)}"), Reasons, out var reason);
        var note = fields.TryGetValue("note", out var noteNode) ? reader.Text(noteNode, 100) : null;
        var (from, until) = (LocalTimeReader.From(reader, fields.GetValueOrDefault("from")), LocalTimeReader.Until(reader, fields.GetValueOrDefault("until")));
        var weekly = fields.TryGetValue("hours", out var hours) ? new HoursReader(reader).ReadPlain(hours) : null;
        EmployeeId? standIn = fields.TryGetValue("standIn", out var other) && people.TryRead(other, out var id) ? id : null;
        if (hasReason && reason == AbsenceReason.Other && noteNode is null)
        {
            reader.Problem(node, "a note that says the reason", "reason: other without a note");
        }

        if (from >= until)
        {
            reader.Problem(fields["until"], "an end after the beginning");
        }

        if (hasEmployee && standIn == employee)
        {
            reader.Problem(other!, "another employee");
        }

        return hasEmployee && hasReason ? new Absence(employee, reason) { Note = note, From = from, Until = until, Weekly = weekly, StandIn = standIn } : null;
    }
}
