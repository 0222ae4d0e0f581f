using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>Reads a form into the company it was made of. What the form doesn't show stays as it was, and every mistake is told with its field.</summary>
internal sealed class FormReader(CompanyDefinition before, IReadOnlyList<string> mergeFields)
{
    private readonly List<ProblemView> _problems = [];

    /// <exception cref="WrongDocumentException">Something in the form is wrong.</exception>
    public CompanyDefinition Read(CompanyForm form)
    {
        var after = before with
        {
            Hours = form.IsRoundTheClock ? null : Week(form.Hours ?? []),
            MessageTemplate = form.MessageText is { } text ? MessageText(text) : before.MessageTemplate,
            HoursExceptions = Each(form.Exceptions, "exceptions", before.HoursExceptions, Exception),
            Absences = Each(form.Absences, "absences", before.Absences, Absence),
            OnCallLists = Each(form.OnCall, "onCall", before.OnCallLists, OnCall),
            Card = before.Card with
            {
                About = Text(form.About),
                Instructions = Text(form.Instructions),
                Notices = Each(form.Notices, "notices", before.Card.Notices, (n, at, _) => new CardNotice(Need(n.Text, $"{at}.text"), Valid(n.From, n.Until, at))),
                Promotions = Each(form.Promotions, "promotions", before.Card.Promotions, (p, at, _) => new CardPromotion(Need(p.Name, $"{at}.name"), Need(p.Text, $"{at}.text"), Valid(p.From, p.Until, at))),
                Services = Each(form.Services, "services", before.Card.Services, Service),
                Offices = Each(form.Offices, "offices", before.Card.Offices, Office),
                Faq = Each(form.Faq, "faq", before.Card.Faq, Question),
                Sections = Each(form.Sections, "sections", before.Card.Sections, Section),
            },
        };
        return _problems.Count == 0 ? after : throw new WrongDocumentException(_problems);
    }

    private static List<T> Each<TField, T>(IReadOnlyList<TField>? fields, string name, IReadOnlyList<T> known, Func<TField, string, T?, T> read)
        where TField : FormField
        where T : class
    {
        var entries = new List<T>();
        for (var i = 0; i < (fields?.Count ?? 0); i++)
        {
            var of = fields![i].Of;
            entries.Add(read(fields[i], $"{name}[{i}]", of is >= 0 && of < known.Count ? known[of.Value] : null));
        }

        return entries;
    }

    /// <summary>How messages are to read, alone.</summary>
    /// <exception cref="WrongDocumentException">Something in it is wrong.</exception>
    public MessageTemplate? Read(MessageTextField field)
    {
        var template = MessageText(field);
        return _problems.Count == 0 ? template : throw new WrongDocumentException(_problems);
    }

    private MessageTemplate? MessageText(MessageTextField field) => new MessageTextReader(mergeFields, Wrong).Read(field);

    private WeeklyHours Week(IReadOnlyList<string> days) => new()
    {
        Intervals = [.. FormFiller.Week.SelectMany((day, i) => Hours(i < days.Count ? days[i] : "", $"hours[{i}]").Select(h => new OpenInterval(day, h.From, h.To))).OrderBy(i => i.Day)],
    };

    private HoursException Exception(ExceptionField field, string at, HoursException? known)
    {
        var (from, to) = (Day(field.From, $"{at}.from"), Day(Text(field.Until) ?? field.From, $"{at}.until"));
        if (to < from && !field.EveryYear)
        {
            Wrong($"{at}.until", field.Until, "a day that is not before the first");
        }

        var (name, hours) = (Need(field.Name, $"{at}.name"), Hours(field.Hours, $"{at}.hours"));
        return new HoursException(name, from, to, hours) { EveryYear = field.EveryYear, Weekday = known?.Weekday };
    }

    private Absence Absence(AbsenceField field, string at, Absence? known)
    {
        if (!Enum.TryParse(field.Reason, ignoreCase: true, out AbsenceReason reason) || !Enum.IsDefined(reason))
        {
            Wrong($"{at}.reason", field.Reason, string.Join(", ", Enum.GetNames<AbsenceReason>()));
        }

        var valid = Valid(field.From, field.Until, at);
        var standIn = Text(field.StandIn) is { } name ? Employee(name, $"{at}.standIn") : (EmployeeId?)null;
        return new Absence(Employee(Need(field.Employee, $"{at}.employee"), $"{at}.employee"), reason) { Note = Text(field.Note), From = valid.From, Until = valid.Until, StandIn = standIn, Weekly = known?.Weekly };
    }

    private OnCallList OnCall(OnCallField field, string at, OnCallList? known)
    {
        if (known is null)
        {
            Wrong(at, field.Name, "a list that the company has; the office adds others");
            return new OnCallList(default, "");
        }

        List<OnCallEntry> entries = [];
        for (var i = 0; i < (field.Entries?.Count ?? 0); i++)
        {
            var (entry, here) = (field.Entries![i], $"{at}.entries[{i}]");
            var valid = Valid(Need(entry.From, $"{here}.from"), Need(entry.Until, $"{here}.until"), here);
            entries.Add(new OnCallEntry(valid.From ?? default, valid.Until ?? default, People(entry.Who, $"{here}.who")));
        }

        return known with { Default = People(field.Who, $"{at}.who"), Entries = entries };
    }

    private CardService Service(ServiceField field, string at, CardService? known) =>
        new(Need(field.Name, $"{at}.name"), Text(field.Text)) { Price = Text(field.Price), Keywords = FormText.Words(field.Keywords) };

    private CardOffice Office(OfficeField field, string at, CardOffice? known)
    {
        PhoneNumber? phone = null;
        if (Text(field.Phone) is { } typed && !PhoneNumber.TryParse(typed, out phone))
        {
            Wrong($"{at}.phone", typed, "a number in international form, such as +78124540101");
        }

        return (known ?? new CardOffice("", "")) with { Name = Need(field.Name, $"{at}.name"), Address = Need(field.Address, $"{at}.address"), Phone = phone, Directions = Text(field.Directions) };
    }

    private FaqEntry Question(FaqField field, string at, FaqEntry? known) =>
        new(known?.Id ?? FreeId("q", before.Card.Faq.Select(f => f.Id), at), Need(field.Question, $"{at}.question"), Need(field.Answer, $"{at}.answer"))
        {
            Keywords = FormText.Words(field.Keywords),
            Instructions = Text(field.Instructions),
        };

    private CardSection Section(SectionField field, string at, CardSection? known) =>
        new(known?.Id ?? FreeId("section", before.Card.Sections.Select(s => s.Id), at), Need(field.Title, $"{at}.title"), Need(field.Text, $"{at}.text")) { Instructions = Text(field.Instructions) };

    /// <summary>An id that no entry of the document has, and no other of the form gets: it ends with the entry's place.</summary>
    private static string FreeId(string prefix, IEnumerable<string> taken, string at)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        var id = $"{prefix}-{at[(at.IndexOf('[', StringComparison.Ordinal) + 1)..^1]}";
        while (ids.Contains(id))
        {
            id += "-new";
        }

        return id;
    }

    private IReadOnlyList<EmployeeId> People(string? text, string at) => [.. FormText.Words(text).Select(name => Employee(name, at))];

    private EmployeeId Employee(string text, string at)
    {
        if (EmployeeId.TryParse(text, out var id) && before.FindEmployee(id) is not null)
        {
            return id;
        }

        if (text.Length > 0)
        {
            Wrong(at, text, $"one of {string.Join(", ", before.Employees.Select(e => e.Id.Value))}");
        }

        return default;
    }

    private Validity Valid(string? from, string? until, string at)
    {
        var (begins, ends) = (Moment(from, $"{at}.from", FormText.TryFrom), Moment(until, $"{at}.until", FormText.TryUntil));
        if (begins >= ends)
        {
            Wrong($"{at}.until", until, "a day or time after the first");
        }

        return begins is null && ends is null ? Validity.Always : new Validity(begins, ends);
    }

    private DateTime? Moment(string? text, string at, TryRead tryRead)
    {
        if (Text(text) is not { } typed)
        {
            return null;
        }

        if (tryRead(typed, out var time))
        {
            return time;
        }

        Wrong(at, typed, FormText.ADay);
        return null;
    }

    private DateOnly Day(string? text, string at)
    {
        if (!DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Wrong(at, text, "a day, such as 2026-12-31");
        }

        return day;
    }

    private IReadOnlyList<TimeInterval> Hours(string? text, string at)
    {
        if (!FormText.TryHours(text, out var hours))
        {
            Wrong(at, text, FormText.SomeHours);
        }

        return hours;
    }

    private string Need(string? text, string at)
    {
        var typed = Text(text);
        if (typed is null)
        {
            Wrong(at, null, "some text");
        }

        return typed ?? "";
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Wrong(string field, string? found, string allowed) =>
        _problems.Add(new ProblemView(null, null, field, $"{field}: found {(string.IsNullOrWhiteSpace(found) ? "nothing" : $"'{found}'")}; allowed is {allowed}.", IsWarning: false));

    private delegate bool TryRead(string text, out DateTime time);
}
