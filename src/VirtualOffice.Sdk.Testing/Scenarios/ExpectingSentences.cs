using System.Globalization;
using System.Text.RegularExpressions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What must be so now, or, after <c>within TIME,</c>, come to be so.</summary>
internal static class ExpectingSentences
{
    private const string Of = "(?: of (?<caller>[\\w-]+))?";

    public static IReadOnlyList<Sentence> All { get; } =
    [
        New("WHO hears SOUND (ringing, music, a beep, silence, \"PROMPT\", or somebody)", "(?<who>.+?) hears (?<what>.+)", (office, g) => Hears(office, g["who"].Value, g["what"].Value, ever: false)),
        New("WHO [never] heard SOUND", "(?<who>.+?) (?<never>never )?heard (?<what>.+)", (office, g) => Hears(office, g["who"].Value, g["what"].Value, ever: true).Unless(g["never"].Success)),
        New("WHO talks to SOMEBODY", "(?<who>.+?) talks to (?<what>.+)", (office, g) => Hears(office, g["who"].Value, g["what"].Value, ever: false)),
        New("CALLER is gone | on the line", "(?<who>[\\w-]+) is (?<what>gone|on the line)", (office, g) =>
        {
            var caller = ActingSentences.Caller(office, g["who"].Value);
            return new Finding(caller.IsGone == (g["what"].Value == "gone"), caller.IsGone ? "gone" : "on the line");
        }),
        New("outcome OUTCOME [of CALLER]", $"outcome (?<what>\\w+){Of}", (office, g) =>
        {
            var outcome = CallOf(office, g).Outcome?.Kind;
            return new Finding(outcome == Parse<CallOutcomeKind>(office, g["what"].Value), outcome?.ToString() ?? "none yet");
        }),
        New("stage STAGE [of CALLER]", $"stage (?<what>\\w+){Of}", (office, g) =>
        {
            var stage = CallOf(office, g).Stage;
            return new Finding(stage == Parse<CallStage>(office, g["what"].Value), stage.ToString());
        }),
        New("attempts PHONE RESULT[, PHONE RESULT] [of CALLER]", $"attempts (?<what>.+?){Of}", Attempts),
        New("no attempts [of CALLER]", $"no attempts{Of}", (office, g) => new Finding(CallOf(office, g).Transfers.Sum(t => t.Attempts.Count) == 0, Describe(office, CallOf(office, g)))),
        New("PHONE was rung [once | N times] | was not rung", "(?<phone>.+?) was (?:(?<not>not) rung|rung(?: (?:(?<once>once)|(?<n>\\d+) times?))?)", Rung),
        New("OPERATOR is STATE", "(?<who>[\\w-]+) is (?<what>[a-z ]+)", (office, g) =>
        {
            var state = office.Operator(g["who"].Value).State;
            return new Finding(state == Parse<Operators.OperatorState>(office, g["what"].Value), state.ToString());
        }),
        New("[N | no] message[s] to ADDRESS [by CHANNEL] [with \"TEXT\"]", "(?:(?<n>\\d+|an?|no) )?messages? to (?<to>\\S+)(?: by (?<by>[\\w-]+))?(?: with \"(?<text>[^\"]+)\")?", Messages),
        New("no messages", "no messages?", (office, _) => new Finding(office.Channels.All(c => c.Delivered.Count == 0), DescribeMessages(office))),
        New("the message is acknowledged by WHO", "the message is acknowledged(?: by (?<who>.+))?", (office, g) =>
        {
            var found = Acknowledgement(office);
            return new Finding(found is not null && (!g["who"].Success || found.Who == g["who"].Value), found is null ? "nobody has" : $"{found.Who} has ({found.Method})");
        }),
        New("the message is not acknowledged", "the message is not acknowledged", (office, _) =>
            new Finding(Acknowledgement(office) is null, Acknowledgement(office) is { } found ? $"{found.Who} has ({found.Method})" : "nobody has")),
        New("[no] call-back is due", "(?:(?<no>no)|a) call-?back(?: is due)?", (office, g) =>
        {
            var open = office.World.Run(() => office.CallbackStore.ListAsync(new CallbackFilter(TenantScope.Office, Limit: 100), CancellationToken.None)).Count;
            return new Finding(open > 0 != g["no"].Success, $"{open} are due");
        }),
        New("N calls", "(?<n>\\d+) calls?", (office, g) =>
        {
            var count = office.ReadCalls().Count;
            return new Finding(count == Number(g["n"].Value), count.ToString(CultureInfo.InvariantCulture));
        }),
    ];

    private static Sentence New(string form, string pattern, Func<ScenarioOffice, GroupCollection, Finding> find) => Sentence.Of(
        $"[within TIME,] expect {form}",
        $"(?:within (?<within><T>),? )?expect (?:that )?{pattern}",
        (office, g) =>
        {
            var finding = find(office, g);
            var within = g["within"].Success ? ShortTimes.Parse(g["within"].Value) : TimeSpan.Zero;
            if (!finding.IsSo && !office.AdvanceUntil(() => (finding = find(office, g)).IsSo, within))
            {
                throw office.Failure($"'{g[0].Value}' is not so; there is: {finding.Actual}.");
            }
        });

    private static CallRecord CallOf(ScenarioOffice office, GroupCollection g) => g["caller"].Success
        ? ActingSentences.Caller(office, g["caller"].Value).Call
        : office.Callers is [.., var last] ? last.Call : throw office.Failure("Nobody has dialled yet.");

    private static Finding Hears(ScenarioOffice office, string who, string what, bool ever)
    {
        if (PartyOf(office, who) is not { } party)
        {
            return new Finding(false, $"{who} was not on the phone");
        }

        IReadOnlyList<HeardSound> sounds = ever ? [.. party.Heard.Select(h => h.Sound)] : party.Hears is { } now ? [now] : [];
        return new Finding(sounds.Any(s => IsMeant(office, s, what)), sounds.Count == 0 ? "nothing: the line is not up" : string.Join(", ", sounds.Select(s => Describe(office, s))));
    }

    private static SimulatedParty? PartyOf(ScenarioOffice office, string who)
    {
        if (ActingSentences.FindCaller(office, who) is { } caller)
        {
            return caller.Party;
        }

        var phone = office.Phone(who);
        return phone.Party ?? office.Pbx.EndedParties.LastOrDefault(p => p.Target == phone.Target);
    }

    private static bool IsMeant(ScenarioOffice office, HeardSound sound, string what) => what switch
    {
        "ringing" => sound.Kind is SoundKind.Ringing or SoundKind.RingingByPbx,
        "music" => sound.Kind == SoundKind.Music,
        "a beep" or "beep" => sound.Kind is SoundKind.Beep or SoundKind.Listening,
        "silence" or "nothing" => sound.Kind == SoundKind.Silence,
        "the fallback" => sound.Kind == SoundKind.Fallback,
        ['"', .. var prompt, '"'] => sound.Prompt?.Contains(prompt, StringComparison.OrdinalIgnoreCase) == true,
        _ => sound.Kind == SoundKind.Parties && sound.Parties.Any(p => office.Names.IsMeant(p, what)),
    };

    private static string Describe(ScenarioOffice office, HeardSound sound) => sound.Kind switch
    {
        SoundKind.Parties => string.Join(" and ", sound.Parties.Select(office.Names.Of)),
        SoundKind.Prompt => $"\"{sound.Prompt}\"",
        _ => sound.Kind.ToString().ToLowerInvariant(),
    };

    private static Finding Attempts(ScenarioOffice office, GroupCollection g)
    {
        var call = CallOf(office, g);
        var expected = g["what"].Value.Split(',', StringSplitOptions.TrimEntries).Select(text => ReadAttempt(office, text)).ToList();
        var actual = call.Transfers.SelectMany(t => t.Attempts).Select(a => (a.Number.ToString(), a.Result)).ToList();
        return new Finding(actual.SequenceEqual(expected), Describe(office, call));
    }

    private static (string Number, AttemptResult? Result) ReadAttempt(ScenarioOffice office, string text)
    {
        foreach (var result in Enum.GetValues<AttemptResult>())
        {
            var words = string.Concat(result.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
            if (text.EndsWith(" " + words, StringComparison.OrdinalIgnoreCase))
            {
                return (ScenarioNames.KeyOf(office.Names.TargetOf(text[..^(words.Length + 1)])), result);
            }
        }

        throw office.Failure($"'{text}' is no attempt; allowed is a phone and one of {string.Join(", ", Enum.GetNames<AttemptResult>())}, such as anna's mobile no answer.");
    }

    private static string Describe(ScenarioOffice office, CallRecord call)
    {
        var attempts = call.Transfers.SelectMany(t => t.Attempts).Select(a => $"{office.Names.Of(new Telephony.NumberTarget(a.Number))} {a.Result?.ToString() ?? "(still ringing)"}").ToList();
        return attempts.Count == 0 ? "no attempts" : string.Join(", ", attempts);
    }

    private static Finding Rung(ScenarioOffice office, GroupCollection g)
    {
        var times = office.Phone(g["phone"].Value).Dialled.Count;
        var isSo = g["not"].Success ? times == 0 : g["once"].Success ? times == 1 : g["n"].Success ? times == Number(g["n"].Value) : times > 0;
        return new Finding(isSo, $"it was rung {times} times");
    }

    private static Finding Messages(ScenarioOffice office, GroupCollection g)
    {
        var count = office.Channels.Where(c => !g["by"].Success || c.Name == g["by"].Value).SelectMany(c => c.Delivered)
            .Count(n => n.Delivery.Recipient == g["to"].Value && (!g["text"].Success || TextOf(n.Message).Contains(g["text"].Value, StringComparison.OrdinalIgnoreCase)));
        var isSo = g["n"].Value switch { "" or "a" or "an" => count > 0, "no" => count == 0, var number => count == Number(number) };
        return new Finding(isSo, DescribeMessages(office));
    }

    private static string DescribeMessages(ScenarioOffice office)
    {
        var delivered = office.Channels.SelectMany(c => c.Delivered.Select(n => $"to {n.Delivery.Recipient} by {c.Name} ({TextOf(n.Message)})")).ToList();
        return delivered.Count == 0 ? "no messages" : string.Join("; ", delivered);
    }

    private static string TextOf(Message message) =>
        string.Join(" | ", message.Fields.Select(f => $"{f.Name}: {f.Value}").Prepend($"{message.CompanyName}, {message.Kind} message from {message.Caller}"));

    private static MessageAcknowledgement? Acknowledgement(ScenarioOffice office)
    {
        var message = OfficeSentences.LastMessage(office).Id;
        return office.World.Run(() => office.Outbox.FindAcknowledgementAsync(message, CancellationToken.None));
    }

    private static T Parse<T>(ScenarioOffice office, string text)
        where T : struct, Enum => Enum.TryParse<T>(text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw office.Failure($"'{text}' is unknown; allowed are {string.Join(", ", Enum.GetNames<T>())}.");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
