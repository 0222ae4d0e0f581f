using VirtualOffice.Sdk.Messages;
using static VirtualOffice.Sdk.Testing.Sentence;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What happens to the office itself and to its messages.</summary>
internal static class OfficeSentences
{
    public static IReadOnlyList<Sentence> All { get; } =
    [
        Of("CHANNEL is down for TIME", "(?<channel>[\\w-]+) is down for (?<t><T>)", (office, g) => Channel(office, g["channel"].Value).IsDownFor(ShortTimes.Parse(g["t"].Value))),
        Of("CHANNEL refuses ADDRESS", @"(?<channel>[\w-]+) refuses (?<to>\S+)", (office, g) => Channel(office, g["channel"].Value).Refuses(g["to"].Value)),
        Of("ADDRESS acknowledges by link | reply", @"(?<who>\S+) acknowledges by (?:the )?(?<how>link|reply)", (office, g) => Acknowledge(office, g["who"].Value, g["how"].Value == "link")),
        Of("the e-mail to ADDRESS bounces", @"the e-?mail to (?<who>\S+) bounces", (office, g) =>
        {
            var sent = Sent(office, g["who"].Value);
            office.Note("mail server", $"the e-mail to {g["who"].Value} comes back");
            office.Act("report the bounce", o => o.Messages.ReportBounceAsync($"{sent.Delivery.Id}@office.example", "550 5.1.1 no such user"));
            office.Advance(TimeSpan.FromSeconds(1));
        }),
        Of("WHO acknowledges the message", "(?<who>[\\w-]+) acknowledges the message", (office, g) =>
        {
            office.Note(g["who"].Value, "acknowledges the message");
            office.Act("acknowledge the message", o => o.Messages.AcknowledgeAsync(LastMessage(office).Id, g["who"].Value));
        }),
        Of("the PBX is away for TIME", "the PBX is away for (?<t><T>)", (office, g) =>
        {
            office.Note("PBX", $"is away for {g["t"].Value}, and has lost its calls");
            office.Pbx.Restart(ShortTimes.Parse(g["t"].Value));
            office.Advance(ShortTimes.Parse(g["t"].Value));
        }),
        Of("the host is away for TIME", "the host is away for (?<t><T>)", (office, g) =>
        {
            office.KillHost();
            office.Advance(ShortTimes.Parse(g["t"].Value));
            office.StartHost();
        }),
    ];

    /// <summary>The last message that was taken.</summary>
    public static Message LastMessage(ScenarioOffice office) => office.ReadCalls().SelectMany(c => c.Messages).OrderBy(m => m.Id).LastOrDefault()
        ?? throw office.Failure("No message was taken.");

    // Who writes scenarios thinks of the mail server as smtp.
    private static ScenarioChannel Channel(ScenarioOffice office, string name) => office.Channel(string.Equals(name, "smtp", StringComparison.OrdinalIgnoreCase) ? "email" : name);

    private static Notification Sent(ScenarioOffice office, string to) => office.Channels.SelectMany(c => c.Delivered).LastOrDefault(n => n.Delivery.Recipient == to)
        ?? throw office.Failure($"No message has reached {to}.");

    private static void Acknowledge(ScenarioOffice office, string who, bool byLink)
    {
        var sent = Sent(office, who);
        office.Note(who, byLink ? "follows the link" : "answers the e-mail");
        if (byLink)
        {
            var link = sent.AcknowledgeLink ?? throw office.Failure($"The message to {who} carries no link.");
            office.Act("acknowledge by the link", o => o.Messages.AcknowledgeAsync(link.Query[(link.Query.IndexOf("token=", StringComparison.Ordinal) + 6)..]));
        }
        else
        {
            office.Act("acknowledge by an answer", o => o.Messages.AcknowledgeByReplyAsync($"<{sent.Delivery.Id}@office.example>", who));
        }
    }
}
