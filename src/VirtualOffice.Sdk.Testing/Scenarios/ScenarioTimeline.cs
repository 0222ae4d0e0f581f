using System.Globalization;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Everything that happened in a scenario, put together from what was done, what everybody heard, the journals, and what was sent.</summary>
internal sealed class ScenarioTimeline(ScenarioOffice office, IReadOnlyList<ScenarioNote> notes)
{
    private const int MaxLines = 400;
    private const int WhoWidth = 24;

    public override string ToString()
    {
        var lines = notes.Concat(Heard()).Concat(Journaled()).Concat(Sent()).OrderBy(n => n.At).ToList();
        var text = new StringBuilder();
        if (lines.Count > MaxLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"… {lines.Count - MaxLines} lines before …\n");
        }

        var day = DateOnly.MinValue;
        foreach (var line in lines.TakeLast(MaxLines))
        {
            var local = TimeZoneInfo.ConvertTime(line.At, office.TimeZone);
            if (DateOnly.FromDateTime(local.DateTime) is var today && today != day)
            {
                day = today;
                text.Append(CultureInfo.InvariantCulture, $"{local:dddd d MMMM yyyy}, {office.TimeZone.Id}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  {local:HH:mm:ss.ff}  {line.Who.PadRight(WhoWidth)} {line.What}\n");
        }

        return text.ToString();
    }

    private IEnumerable<ScenarioNote> Heard()
    {
        foreach (var party in office.Pbx.EndedParties.Concat(office.Pbx.Parties))
        {
            var who = office.Names.Of(party);
            if (!party.IsCaller)
            {
                yield return new ScenarioNote(party.StartedAt, who, "is dialled");
            }

            if (party.AnsweredAt is { } answered)
            {
                yield return new ScenarioNote(answered, who, party.IsCaller ? "is answered" : "answers");
            }

            foreach (var span in party.Heard)
            {
                yield return new ScenarioNote(span.From, who, $"hears {Describe(span.Sound)}");
            }

            if (party.EndedAt is { } ended)
            {
                yield return new ScenarioNote(ended, who, $"is gone ({party.EndCause})");
            }
        }
    }

    private IEnumerable<ScenarioNote> Journaled() => office.ReadHistories().SelectMany(history => history.Events.Select(e => new ScenarioNote(e.At, "journal", Describe(e))));

    private IEnumerable<ScenarioNote> Sent() => office.Channels.SelectMany(channel => channel.Attempts.Select(a => new ScenarioNote(
        a.At, channel.Name, $"message to {a.Notification.Delivery.Recipient}: {a.Attempt.Outcome} ({a.Attempt.Detail})")));

    private string Describe(HeardSound sound) => sound.Kind switch
    {
        SoundKind.Prompt => $"\"{sound.Prompt}\"",
        SoundKind.Parties => string.Join(", ", sound.Parties.Select(office.Names.Of)),
        SoundKind.RingingByPbx => "ringing",
        _ => sound.Kind.ToString().ToLowerInvariant(),
    };

    private static string Describe(CallEvent e) => e switch
    {
        CallPlanned planned => $"CallPlanned: {planned.Company}, {(planned.IsOpen ? "open" : "closed")}",
        OfferMade offer => $"OfferMade: {offer.Operator}",
        OfferEnded offer => $"OfferEnded: {offer.Result}",
        QueueLeft left => $"QueueLeft: {left.Exit}, {left.Action}",
        QueueOverflowed overflowed => $"QueueOverflowed: {overflowed.Exit}, to {overflowed.To}",
        TransferStarted started => $"TransferStarted: {started.Employee}",
        AttemptStarted attempt => $"AttemptStarted: {attempt.Number}",
        AttemptEnded attempt => $"AttemptEnded: {attempt.Result}",
        TransferEnded ended => $"TransferEnded: {ended.Result}",
        MessageTaken taken => $"MessageTaken: {Describe(taken.Message)}",
        CallEnded ended => $"CallEnded: {ended.Outcome.Kind} in {ended.Outcome.Stage}",
        _ => e.GetType().Name,
    };

    private static string Describe(Message message) =>
        $"{message.Kind}, {message.Urgency}{(message.Employee is { } employee ? $", for {employee}" : "")}{string.Concat(message.Fields.Select(f => $"; {f.Name} = {f.Value}"))}";
}
