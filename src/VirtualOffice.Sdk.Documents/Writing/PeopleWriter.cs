using System.Globalization;
using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes employees and what is said of them: absences, groups, who is on call.</summary>
internal static class PeopleWriter
{
    public static JsonNode Employee(Employee employee) => new Fields()
        .Add("id", employee.Id.Value)
        .Add("name", employee.Name)
        .Add("department", employee.Department)
        .Add("email", employee.Email)
        .Add("pronunciation", employee.Pronunciation)
        .Add("numbers", Numbers(employee.Numbers))
        .Add("quietHours", Quiet(employee.QuietHours)).Node;

    public static JsonNode Absence(Absence absence) => new Fields()
        .Add("employee", absence.Employee.Value)
        .Add("reason", Fields.NameOf(absence.Reason, AbsencesReader.Reasons))
        .Add("note", absence.Note)
        .Add("from", Fields.From(absence.From))
        .Add("until", Fields.Until(absence.Until))
        .Add("hours", HoursWriter.Of(absence.Weekly))
        .Add("standIn", absence.StandIn?.Value).Node;

    public static JsonNode Group(EmployeeGroup group) => new Fields()
        .Add("id", group.Id.Value)
        .Add("name", group.Name)
        .AddAll("members", group.Members)
        .Add("ring", group.Ring, GroupRing.InOrder, GroupsReader.Rings).Node;

    public static JsonNode OnCall(OnCallList list)
    {
        var fields = new Fields()
            .Add("id", list.Id.Value)
            .Add("name", list.Name)
            .Add("entries", list.Entries, e => new Fields().Add("from", Fields.From(e.From)).Add("to", Fields.Until(e.To)).AddAll("who", e.Who).Node)
            .Add("rotation", list.Rotation is { } rotation ? Rotation(rotation) : null);
        return (list is { Entries.Count: 0, Rotation: null } ? fields.AddAll("default", list.Default) : fields.AddTexts("default", list.Default)).Node;
    }

    public static string? Quiet(QuietHours? hours) => hours is null ? null : $"{Fields.Time(hours.From)}-{Fields.Time(hours.To)}";

    private static JsonObject Rotation(OnCallRotation rotation) => new Fields()
        .AddAll("members", rotation.Members)
        .Add("every", Fields.NameOf(rotation.Every, OnCallReader.Periods))
        .Add("from", rotation.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Add("handover", rotation.Handover == TimeOnly.MinValue ? null : Fields.Time(rotation.Handover)).Node;

    /// <summary>Each number; those that ring at once as a list of their own.</summary>
    private static JsonArray Numbers(IReadOnlyList<ReachNumber> numbers)
    {
        var steps = new JsonArray();
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1].WithPrevious)
            {
                last++;
            }

            steps.Add(first == last ? Number(numbers[first]) : Fields.List(numbers.Skip(first).Take(last - first + 1), Number));
            first = last + 1;
        }

        return steps;
    }

    private static JsonNode Number(ReachNumber number)
    {
        var fields = new Fields()
            .Add("number", number.Number.ToString())
            .Add("kind", number.Kind, ReachKind.Other, ReachNumberReader.Kinds)
            .Add("ring", number.RingTime is { } ring ? ShortTime.Of(ring) : null)
            .Add("transfer", number.Transfer, TransferKind.Blind, ReachNumberReader.Transfers)
            .Add("accept", number.MustAccept)
            .Add("hours", HoursWriter.Of(number.Hours)).Node;
        return fields.Count == 1 ? JsonValue.Create(number.Number.ToString()) : fields;
    }
}
