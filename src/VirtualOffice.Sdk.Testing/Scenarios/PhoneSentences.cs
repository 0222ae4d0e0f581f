using System.Globalization;
using System.Text.RegularExpressions;
using static VirtualOffice.Sdk.Testing.Sentence;

namespace VirtualOffice.Sdk.Testing;

/// <summary>How phones behave that are dialled.</summary>
internal static class PhoneSentences
{
    public static IReadOnlyList<Sentence> All { get; } =
    [
        Of("PHONE is busy", "(?<phone>.+?) is busy", (office, g) => office.Phone(g["phone"].Value).IsBusy()),
        Of("PHONE is unreachable", "(?<phone>.+?) is (?:unreachable|switched off)", (office, g) => office.Phone(g["phone"].Value).IsUnreachable()),
        Of("PHONE never answers", "(?<phone>.+?) (?:never answers|does not answer)", (office, g) => office.Phone(g["phone"].Value).NeverAnswers()),
        Of("PHONE declines [after TIME | N rings]", $"(?<phone>.+?) declines(?: after (?:{Time("t")}))?", (office, g) => office.Phone(g["phone"].Value).Declines(ReadTime(g, "t", 3))),
        Of(
            "PHONE answers [after TIME | N rings] [and presses DIGITS [after TIME]] [and hangs up after TIME]",
            $"(?<phone>.+?) answers(?: after (?:{Time("t")}))?(?:,? (?:and )?presses (?<keys>[0-9*#]+)(?: after (?:{Time("k")}))?)?(?:,? (?:and )?hangs up after (?:{Time("h")}))?",
            (office, g) => office.Phone(g["phone"].Value).Answers(
                ReadTime(g, "t", 3),
                g["keys"].Success ? g["keys"].Value : null,
                g["k"].Success || g["kr"].Success ? ReadTime(g, "k", 0) : null,
                g["h"].Success || g["hr"].Success ? ReadTime(g, "h", 0) : null)),
    ];

    /// <summary>A time, or a number of rings.</summary>
    private static string Time(string name) => $@"(?<{name}r>\d{{1,3}}) rings?|(?<{name}><T>)";

    private static TimeSpan ReadTime(GroupCollection groups, string name, double otherwise) =>
        groups[name + "r"] is { Success: true, Value: var rings } ? int.Parse(rings, CultureInfo.InvariantCulture) * ScenarioPhone.Ring
        : groups[name] is { Success: true, Value: var time } ? ShortTimes.Parse(time)
        : TimeSpan.FromSeconds(otherwise);
}
