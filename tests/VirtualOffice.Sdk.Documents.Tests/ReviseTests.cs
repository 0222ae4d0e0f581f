using CsCheck;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Only what says something else is changed in a document.</summary>
public sealed class ReviseTests
{
    private const string Head = "id: fox\nname: Fox\nnumbers: [\"+78124540001\"]\n";

    private const string Staffed = Head + """
        # Who works here.
        employees:
          - { id: anna, name: Anna, numbers: ["+78124540101"] }   # ask for her
          - { id: boris, name: 'Boris', numbers: ["+78124540102"] }

        card:
          # As in the brochure.
          about:   "One."   # the short one
          faq:
            # Asked every day.
            - id: visa
              question: Do I need a visa?
              # The embassy says so.
              answer: Yes.
            - { id: lift, question: Is there a lift?, answer: 'No.' } # sorry

            # Asked in summer only.
            - { id: pets, question: May I bring my dog?, answer: "Yes." }
          # promotions: none this year
          services: [{ name: Tours }, { name: 'Visas' }]

        """;

    private static readonly CompanyDocuments Documents = new();

    [Fact]
    public void Revise_Nothing_IsTheSameTextToTheByte()
    {
        foreach (var file in CompanyDocumentsTests.Examples)
        {
            var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file.Data));
            var revision = Documents.Revise(text, Documents.Read(text).Company!);
            Assert.Equal((text, 0), (revision.Text, revision.LostRemarks.Count));
        }
    }

    [Fact]
    public void Revise_AText_ChangesItAlone() => Changes(
        Card(c => c with { About = "Two." }),
        "about:   \"One.\"   # the short one",
        "about: Two.   # the short one");

    [Fact]
    public void Revise_ATextOfSeveralLines_KeepsTheRemarkThatFollows() => Changes(
        Card(c => c with { About = "Two.\nThree." }),
        "about:   \"One.\"   # the short one\n",
        "about: |- # the short one\n    Two.\n    Three.\n");

    [Fact]
    public void Revise_AFieldOfAnEntry_ChangesItAlone() => Changes(
        Card(c => c with { Faq = [c.Faq[0] with { Answer = "No." }, .. c.Faq.Skip(1)] }),
        "answer: Yes.",
        "answer: No.");

    [Fact]
    public void Revise_AFieldOfAnEntryInBraces_ChangesItAlone() => Changes(
        Card(c => c with { Faq = [c.Faq[0], c.Faq[1] with { Answer = "One, {a}" }, c.Faq[2]] }),
        "answer: 'No.' }",
        "answer: \"One, {a}\" }");

    [Fact]
    public void Revise_AFieldMore_StandsAfterTheOneBeforeIt() => Changes(
        Card(c => c with { Faq = [c.Faq[0] with { Keywords = ["passport"] }, c.Faq[1] with { Instructions = "Say it." }, c.Faq[2]] }),
        ("      answer: Yes.\n", "      answer: Yes.\n      keywords: [passport]\n"),
        ("answer: 'No.' }", "answer: 'No.', instructions: Say it. }"));

    [Fact]
    public void Revise_AnEntryMore_StandsInItsPlace() => Changes(
        Card(c => c with { Faq = [c.Faq[0], new FaqEntry("q", "Why?", "So."), .. c.Faq.Skip(1)], Services = [.. c.Services, new CardService("Trains", null)] }),
        ("      answer: Yes.\n", "      answer: Yes.\n    - { id: q, question: Why?, answer: So. }\n"),
        ("{ name: 'Visas' }]", "{ name: 'Visas' }, { name: Trains }]"));

    [Fact]
    public void Revise_AnEntryLess_GoesWithItsRemarks() => Changes(
        Card(c => c with { Faq = [c.Faq[0], c.Faq[2]] }),
        "    - { id: lift, question: Is there a lift?, answer: 'No.' } # sorry\n",
        "");

    [Fact]
    public void Revise_EntriesInAnotherOrder_TakeTheirRemarksWithThem() => Changes(
        Card(c => c with { Faq = [c.Faq[1], c.Faq[2], c.Faq[0]] }),
        ("    # Asked every day.\n    - id: visa\n      question: Do I need a visa?\n      # The embassy says so.\n      answer: Yes.\n", ""),
        ("answer: \"Yes.\" }\n", "answer: \"Yes.\" }\n    # Asked every day.\n    - id: visa\n      question: Do I need a visa?\n      # The embassy says so.\n      answer: Yes.\n"));

    [Fact]
    public void Revise_AListThatBecomesEmpty_KeepsWhatIsSaidOfIt()
    {
        var revision = Revise(Staffed, Card(c => c with { Faq = [] }));
        Assert.Contains("# the short one\n  faq: []\n\n  # promotions: none this year\n", revision.Text, StringComparison.Ordinal);
        Assert.Empty(revision.LostRemarks);
    }

    [Fact]
    public void Revise_AFieldThatGoes_TakesItsRemarksWithIt() => Changes(
        Card(c => c with { About = null }),
        "  # As in the brochure.\n  about:   \"One.\"   # the short one\n",
        "");

    [Fact]
    public void Revise_ASectionMore_StandsWhereItIsWritten() => Changes(
        c => c with { Absences = [new Absence(EmployeeId.Parse("anna"), AbsenceReason.Ill)] },
        "numbers: [\"+78124540102\"] }\n",
        "numbers: [\"+78124540102\"] }\nabsences: [{ employee: anna, reason: ill }]\n");

    [Theory]
    [InlineData("  mon-fri: \"9:00-18:00\" # lunch at one\n  sat: closed\n", "fri", "09:00-17:00", "  mon-thu: \"09:00-18:00\"\n  fri: \"09:00-17:00\"\n  sat: closed\n")]
    [InlineData("  mon: \"9:00-18:00\" # long\n  tue: \"9:00-18:00\"\n", "tue", "09:00-17:00", "  mon: \"9:00-18:00\" # long\n  tue: \"09:00-17:00\"\n")]
    [InlineData("  \"sat, sun\": 24h # always\n", "mon", "09:00-17:00", "  \"sat, sun\": 24h # always\n  mon: \"09:00-17:00\"\n")]
    [InlineData("  mon-fri: 24h # now\n", "mon-fri", "09:00-17:00", "  mon-fri: \"09:00-17:00\" # now\n")]
    [InlineData("  mon: 24h\n  tue: 24h # long\n", "mon", null, "  mon: closed\n  tue: 24h # long\n")]
    public void Revise_HoursOfADay_LeavesTheOtherDays(string before, string days, string? hours, string after)
    {
        var text = Head + "hours:\n" + before + "  exceptions: # of the year\n    - { name: Party, on: 12-31, open: closed }\n";
        var changed = HoursReader.ReadDays(days)!;
        _ = HoursReader.TryIntervals(hours ?? "closed", out var intervals);
        var revision = Revise(text, c => c with
        {
            Hours = new WeeklyHours { Intervals = [.. c.Hours!.Intervals.Where(i => !changed.Contains(i.Day)).Concat(changed.SelectMany(d => intervals!.Select(i => new OpenInterval(d, i.From, i.To)))).OrderBy(i => i.Day)] },
        });
        Assert.Equal(text.Replace(before, after, StringComparison.Ordinal), revision.Text);
        Assert.Empty(revision.LostRemarks);
    }

    [Fact]
    public void Revise_LinesThatEndAsOnWindows_EndSo()
    {
        var text = ("\uFEFF" + Staffed).Replace("\n", "\r\n", StringComparison.Ordinal);
        var revision = Revise(text, Card(c => c with { About = "Two.\nThree.", Faq = [.. c.Faq, new FaqEntry("q", "Why?", "So.")] }));
        Assert.DoesNotContain('\n', revision.Text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.StartsWith("\uFEFFid: fox\r\n", revision.Text, StringComparison.Ordinal);
        Assert.Contains("answer: \"Yes.\" }\r\n    - { id: q,", revision.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Revise_WithoutALastLineBreak_AddsAfterIt()
    {
        var revision = Revise(Staffed.TrimEnd(), Card(c => c with { Notices = [new CardNotice("Hello", Validity.Always)] }));
        Assert.EndsWith("  services: [{ name: Tours }, { name: 'Visas' }]\n", revision.Text, StringComparison.Ordinal);
        Assert.Contains("  notices: [{ text: Hello }]\n", revision.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Revise_WhatIsSaidInAnotherWay_IsWrittenAnewAndTellsTheRemarks()
    {
        var text = Head + "messagesTo: a@b.example\nqueue:\n  limits: [\n    { when: queueLength, count: 3, then: message }, # short\n    { when: wait, time: 90s, then: message }\n  ]\n";
        var revision = Revise(text, c => c with { Queue = c.Queue with { Limits = [c.Queue.Limits[1]] } });
        Assert.Equal(Head + "messagesTo: a@b.example\nqueue:\n  limits: [{ when: wait, time: 90s, then: message }]\n", revision.Text);
        Assert.Equal(["# short"], revision.LostRemarks);
    }

    [Fact]
    public void Revise_WhatNoDocumentCanSay_IsAnErrorThatSaysWhat()
    {
        var error = Assert.Throws<VirtualOfficeException>(() => Revise(Staffed, c => c with { Name = "" }));
        Assert.Contains("Company 'fox' cannot be written as a document", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A document of one company with remarks, made to say another company: it says exactly that.</summary>
    [Fact]
    public void Revise_AnyCompanyToAnyOther_SaysIt() => Gen.Select(AnyCompany.Gen, AnyCompany.Gen, Gen.Int[0, int.MaxValue]).Sample(
        (from, to, seed) =>
        {
            var text = RemarkedDocument.Of(Documents.Write(from), seed);
            var revision = Documents.Revise(text, to);
            Assert.Null(CompanyComparison.FirstDifference(to, Documents.Read(revision.Text).Company!));
        },
        iter: 100);

    /// <summary>A document with remarks, and a part of it changed as a form does: every line outside of it is still there, and of the remarks in it only those of entries that are gone are missing.</summary>
    [Fact]
    public void Revise_OnePartOfAnyCompany_KeepsEveryRemarkElsewhere() => Gen.Select(AnyCompany.Gen, AnyCompany.Gen, Gen.Int[0, int.MaxValue], Gen.Int[0, RemarkedDocument.Parts.Count - 1]).Sample(
        (from, to, seed, part) =>
        {
            var (name, take) = RemarkedDocument.Parts[part];
            var wanted = take(from, to);
            var text = RemarkedDocument.Of(Documents.Write(from), seed);
            var revision = Documents.Revise(text, wanted);
            Assert.Null(CompanyComparison.FirstDifference(wanted, Documents.Read(revision.Text).Company!));
            Assert.Empty(revision.LostRemarks);
            Assert.Equal(RemarkedDocument.LinesOutside(text, name), RemarkedDocument.LinesOutside(revision.Text, name));
        },
        iter: 150);

    private static Func<CompanyDefinition, CompanyDefinition> Card(Func<CardContent, CardContent> change) => c => c with { Card = change(c.Card) };

    private static CompanyRevision Revise(string text, Func<CompanyDefinition, CompanyDefinition> change)
    {
        var wanted = change(Documents.Read(text).Company!);
        var revision = Documents.Revise(text, wanted);
        Assert.Null(CompanyComparison.FirstDifference(wanted, Documents.Read(revision.Text).Company!));
        return revision;
    }

    private static void Changes(Func<CompanyDefinition, CompanyDefinition> change, string before, string after) => Changes(change, (before, after));

    private static void Changes(Func<CompanyDefinition, CompanyDefinition> change, params (string Before, string After)[] changes)
    {
        var expected = Staffed;
        foreach (var (before, after) in changes)
        {
            Assert.Contains(before, expected, StringComparison.Ordinal);
            expected = expected.Replace(before, after, StringComparison.Ordinal);
        }

        var revision = Revise(Staffed, change);
        Assert.Equal(expected, revision.Text);
        Assert.Empty(revision.LostRemarks);
    }
}
