using CsCheck;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Companies of every shape that a document can have, with texts that YAML could take for something else.</summary>
internal static class AnyCompany
{
    private static readonly string[] Pieces =
    [
        "a", "Fox ", "null", "true", "yes", "~", "12", "1e5", "24h", "2026-01-01", "- ", ": ", ":", " #", "#", "'", "\"", "\\", "{", "}", "[", "]", ",", "&a", "*", "!", "|", ">", "%", "@", "`", "?", "=", "<<", "Ж", "é", "😀",
        "\u2028", "…", "$", "^", "0x1F", "007", "---", "...", "+7", "\uFEFF", "\u00A0",
    ];

    private static readonly Gen<string> Line = CsCheck.Gen.OneOf(Pieces).Array[1, 6].Select(p => Tidy(string.Concat(p)));
    private static readonly Gen<string> Lines = Line.Array[1, 4].Select(l => Tidy(string.Join('\n', l)));
    private static readonly Gen<bool> Flag = CsCheck.Gen.Bool;
    private static readonly Gen<TimeSpan> Short = CsCheck.Gen.Int[5, 300].Select(s => TimeSpan.FromSeconds(s));
    private static readonly Gen<TimeOnly> Time = CsCheck.Gen.Int[0, 1439].Select(m => new TimeOnly(m / 60, m % 60));
    private static readonly Gen<DateOnly> Day = CsCheck.Gen.Int[0, 20_000].Select(d => new DateOnly(2000, 1, 1).AddDays(d));
    private static readonly Gen<DateTime> Moment = CsCheck.Gen.Select(Day, Time, Flag).Select((day, time, isMidnight) => day.ToDateTime(isMidnight ? TimeOnly.MinValue : time));
    private static readonly Gen<PhoneNumber> Number = CsCheck.Gen.Int[100_000, 999_999].Select(n => PhoneNumber.Parse($"+7812{n}"));
    private static readonly Gen<RecordedPrompt> Prompt = CsCheck.Gen.OneOf("welcome", "fox/night", "1", "true", "a-b_c").Select(p => new RecordedPrompt(p));
    private static readonly Gen<QuietHours> Quiet = CsCheck.Gen.Select(Time, Time).Where(t => t.Item1 != t.Item2).Select(t => new QuietHours(t.Item1, t.Item2));
    private static readonly EmployeeId[] People = [.. ((string[])["anna", "boris", "true", "123"]).Select(EmployeeId.Parse)];

    private static readonly Gen<TimeInterval[]> Intervals = CsCheck.Gen.OneOf(
        CsCheck.Gen.Const(Array.Empty<TimeInterval>()),
        CsCheck.Gen.Const<TimeInterval[]>([new TimeInterval(TimeOnly.MinValue, TimeOnly.MinValue)]),
        CsCheck.Gen.Select(Time, Time).Where(t => t.Item1 != t.Item2).Select(t => new TimeInterval(t.Item1, t.Item2)).Array[1, 3]);

    private static readonly Gen<WeeklyHours> Week = Intervals.Array[7].Select(days => new WeeklyHours { Intervals = [.. days.SelectMany((day, i) => day.Select(t => new OpenInterval((DayOfWeek)i, t.From, t.To)))] });

    private static readonly Gen<WeekdayOfMonth> Weekday = CsCheck.Gen.Select(CsCheck.Gen.OneOf(1, 2, 3, 4, 5, WeekdayOfMonth.Last), CsCheck.Gen.Int[0, 6], CsCheck.Gen.Int[0, 12])
        .Select((nth, day, month) => new WeekdayOfMonth(nth, (DayOfWeek)day, month == 0 ? null : month));

    private static readonly Gen<HoursException> Exception = CsCheck.Gen.Select(Line, Day, CsCheck.Gen.Int[0, 40], Intervals, CsCheck.Gen.Int[0, 4], Weekday).Select((name, from, days, intervals, kind, weekday) => kind switch
    {
        0 => new HoursException(name, from, from, intervals),
        1 => new HoursException(name, from, from.AddDays(days), intervals),
        2 => new HoursException(name, from, from.AddDays(days), intervals) { EveryYear = true },
        3 => new HoursException(name, DateOnly.MinValue, DateOnly.MaxValue, intervals) { Weekday = weekday },
        _ => new HoursException(name, from, from.AddDays(days), intervals) { Weekday = weekday },
    });

    private static readonly Gen<HoursOverride> Forced = CsCheck.Gen.Select(Flag, Moment, Line, Flag).Select((isOpen, until, reason, isShort) => new HoursOverride(isOpen, isShort ? null : until, isShort ? null : reason));

    private static readonly Gen<Validity> Valid = CsCheck.Gen.Select(Moment, CsCheck.Gen.Int[1, 100_000], CsCheck.Gen.Int[0, 3]).Select((from, minutes, kind) => kind switch
    {
        0 => Validity.Always,
        1 => new Validity(from, null),
        2 => new Validity(null, from),
        _ => new Validity(from, from.AddMinutes(minutes)),
    });

    private static readonly Gen<ReachNumber> Reach = CsCheck.Gen.Select(Number, CsCheck.Gen.Enum<ReachKind>(), Maybe(Short), CsCheck.Gen.Enum<TransferKind>(), Flag, MaybeRef(Week))
        .Select((number, kind, ring, transfer, accept, hours) => new ReachNumber(number) { Kind = kind, RingTime = ring, Transfer = transfer, MustAccept = accept, Hours = hours });

    private static readonly Gen<ReachNumber[]> Numbers = CsCheck.Gen.Select(CsCheck.Gen.OneOf(Reach, Number.Select(n => new ReachNumber(n))), Flag).Array[1, 4]
        .Select(all => all.Select((n, i) => n.Item1 with { WithPrevious = i > 0 && n.Item2 }).ToArray());

    private static readonly Gen<Employee[]> Employees = CsCheck.Gen.Select(Line, MaybeRef(Line), Numbers, MaybeRef(Quiet), Flag).Array[4].Select(all => all
        .Select((e, i) => new Employee(People[i], e.Item1, e.Item5 || i == 0 ? "a.b@fox.example" : null, e.Item3) { Department = e.Item2, Pronunciation = e.Item2, QuietHours = e.Item4 }).ToArray());

    private static readonly Gen<EmployeeId[]> Some = CsCheck.Gen.Select(CsCheck.Gen.Shuffle(People), CsCheck.Gen.Int[0, 4]).Select((people, count) => people.Take(count).ToArray());

    private static readonly Gen<Absence> Away = CsCheck.Gen.Select(CsCheck.Gen.Enum<AbsenceReason>(), Line, Valid, MaybeRef(Week), Flag).Select((reason, note, valid, weekly, hasOther) =>
        new Absence(People[0], reason) { Note = note, From = valid.From, Until = valid.Until, Weekly = weekly, StandIn = hasOther ? People[1] : null });

    private static readonly Gen<EmployeeGroup[]> Groups = CsCheck.Gen.Select(Line, Some, CsCheck.Gen.Enum<GroupRing>()).Array[0, 3].Select(all => all
        .Select((g, i) => new EmployeeGroup(GroupId.Parse($"g{i}"), g.Item1, g.Item2) { Ring = g.Item3 }).ToArray());

    private static readonly Gen<OnCallList[]> OnCall = CsCheck.Gen.Select(
        Line,
        CsCheck.Gen.Select(Moment, CsCheck.Gen.Int[1, 100_000], Some).Select((from, minutes, who) => new OnCallEntry(from, from.AddMinutes(minutes), who)).Array[0, 3],
        MaybeRef(CsCheck.Gen.Select(Some.Where(s => s.Length > 0), CsCheck.Gen.Enum<OnCallPeriod>(), Day, Time).Select((who, every, from, handover) => new OnCallRotation(who, every, from, handover))),
        Some).Array[0, 3].Select(all => all.Select((l, i) => new OnCallList(OnCallListId.Parse($"l{i}"), l.Item1) { Entries = l.Item2, Rotation = l.Item3, Default = l.Item4 }).ToArray());

    private static readonly Gen<QueueLimit> Limit = CsCheck.Gen.Select(
        CsCheck.Gen.OneOf(QueueExit.QueueLength, QueueExit.WaitLimit, QueueExit.ExpectedWait, QueueExit.WaitingPerOperator, QueueExit.NobodyOnline, QueueExit.EverybodyOnBreak, QueueExit.Closed),
        CsCheck.Gen.Enum<QueueAction>(),
        CsCheck.Gen.Int[1, 10_000],
        Short,
        MaybeRef(Prompt)).Select((when, then, count, time, prompt) => new QueueLimit(when, then)
        {
            Count = when is QueueExit.QueueLength or QueueExit.WaitingPerOperator ? count : 0,
            Time = when is QueueExit.WaitLimit or QueueExit.ExpectedWait ? time : TimeSpan.Zero,
            To = then == QueueAction.Overflow ? CompanyId.Parse("owl") : null,
            Prompt = then is QueueAction.Announcement or QueueAction.Callback ? prompt : null,
        });

    private static readonly Gen<CompanyWhisper> Whisper = CsCheck.Gen.Select(MaybeRef(Prompt), MaybeRef(Line), Flag).Select((prompt, text, isRussian) => new CompanyWhisper
    {
        Prompt = prompt,
        Text = text,
        Language = isRussian ? "ru" : null,
    });

    private static readonly Gen<QueueRules> Queue = CsCheck.Gen.Select(CsCheck.Gen.OneOf("longest-idle", "fewest-calls"), CsCheck.Gen.Enum<OfferMode>(), Short.Array[0, 4], Short, CsCheck.Gen.Int[1, 9], Limit.Array[0, 4], MaybeRef(Whisper))
        .Select((strategy, offer, backups, time, weight, limits, whisper) => new QueueRules
        {
            Strategy = strategy,
            Offer = offer,
            BackupsAfter = [.. backups.Order()],
            PreferLastOperatorFor = weight > 5 ? time : TimeSpan.Zero,
            WrapUp = weight > 5 ? TimeSpan.Zero : time,
            Weight = weight,
            Skills = weight % 2 == 0 ? new Dictionary<string, int>(StringComparer.Ordinal) { ["english"] = weight, ["no"] = 1 } : new Dictionary<string, int>(StringComparer.Ordinal),
            Limits = limits,
            Whisper = whisper,
        });

    private static readonly Gen<CallerRules> Callers = CsCheck.Gen.Select(
        CsCheck.Gen.Select(Line, CsCheck.Gen.Enum<CallPriority>(), MaybeRef(Line)).Array[0, 3], CsCheck.Gen.Enum<AnonymousCallers>(), Short, Flag).Select((known, anonymous, within, isSet) => new CallerRules
        {
            Known = [.. known.Select((k, i) => new KnownCaller(PhoneNumber.Parse($"+7921555010{i}"), k.Item1) { Priority = k.Item2, Note = k.Item3 })],
            Blocked = isSet ? [PhoneNumber.Parse("+79219990001")] : [],
            Anonymous = anonymous,
            RedialWithin = isSet ? within : TimeSpan.Zero,
        });

    private static readonly Gen<DispatchStep> Step = CsCheck.Gen.Select(
        CsCheck.Gen.OneOf(DispatchStep.Recipient, DispatchStep.CompanyAddress, "anna", "a@b.example", "+78124540199").Array[1, 3], CsCheck.Gen.OneOf<string?>(null, "email", "voice"), Short, CsCheck.Gen.Int[1, 4], MaybeRef(Quiet))
        .Select((to, by, time, times, quiet) => new DispatchStep(to[0])
        {
            Then = to[1..],
            Channel = by,
            After = times % 2 == 0 ? time : TimeSpan.Zero,
            Every = times > 1 ? time + TimeSpan.FromMinutes(1) : TimeSpan.Zero,
            Times = times,
            Quiet = quiet,
            Hold = times == 1 && by is null,
        });

    private static readonly Gen<DispatchRule> Dispatch = CsCheck.Gen.Select(Maybe(CsCheck.Gen.Enum<MessageUrgency>()), Maybe(CsCheck.Gen.OneOf(MessageKind.Operator, MessageKind.Voice)), Step.Array[1, 3], CsCheck.Gen.Enum<AwayRecipients>())
        .Select((urgency, kind, steps, away) => new DispatchRule { Urgency = urgency, Kind = kind, Steps = steps, Away = away });

    private static readonly Gen<CardOffice> Office = CsCheck.Gen.Select(Line, Lines, Number, MaybeRef(Week), Exception.Array[0, 2], MaybeRef(Forced), Flag).Select((name, directions, phone, week, exceptions, forced, isWhole) =>
        isWhole
            ? new CardOffice(name, name) { Phone = phone, Map = new Uri("https://maps.example.com/a?b=c#d"), Directions = directions, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), Hours = week, HoursExceptions = exceptions, HoursOverride = forced }
            : new CardOffice(name, name));

    private static readonly Gen<CardContent> Card = CsCheck.Gen.Select(MaybeRef(Lines), Line.Array[0, 3], Office.Array[0, 2], Valid, Lines, Flag).Select((about, words, offices, valid, text, isWhole) => new CardContent
    {
        About = about,
        Instructions = about,
        Services = [.. words.Select(w => new CardService(w, about) { Price = about is null ? null : w, Keywords = [.. words.Select(k => k.Length > 50 ? "long" : k)] })],
        Offices = offices,
        Promotions = [.. words.Select(w => new CardPromotion(w, text, valid))],
        Faq = [.. words.Select((w, i) => new FaqEntry($"q{i}", w, text) { Instructions = about })],
        Notices = isWhole ? [new CardNotice(text, valid)] : [],
        Sections = [.. words.Select((w, i) => new CardSection($"s{i}", w, text) { Instructions = about })],
        Organisations = [.. words.Select(w => new Organisation(w, PhoneNumber.Parse("+78124540199")))],
        Colours = isWhole ? new CardColours("#e4572e", null, "#000000") : null,
        Layout = isWhole ? [new CardLayoutEntry("faq"), new CardLayoutEntry("about") { IsHidden = true }, .. words.Take(1).Select(w => new CardLayoutEntry("s0") { Title = w })] : [],
    });

    private static readonly Gen<Script[]> Scripts = CsCheck.Gen.Select(Line.Select(NoPlaceholders), CsCheck.Gen.Int[0, 3], Short).Select((text, kind, time) => ((Script[])
    [
        new("guide", [
            new ScriptStep("wait", "queue"),
            new ScriptStep("hello", "say").With("text", text),
            new ScriptStep("what", "ask").With("field", "topic").With("type", "choice").With("choices", text, "other").With("required", "true"),
            new ScriptStep("route", "branch").If("topic = other or caller.vip", "desk").If("hour > 12", "take").To("else", "take"),
            new ScriptStep("desk", "escalate").With("to", "anna", "number:+78124540105").To("failed", "take"),
            new ScriptStep("take", "message").With("for", "anna").With("fields", "topic").With("urgent", "false"),
            new ScriptStep("bye", "hangup").With("text", text)]),
        new("night", [
            new ScriptStep("menu", "menu").With("prompt", "fox/night").With("wait", ShortTime.Of(time > TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : time)).With("tries", "2").To("2", "take").To("1", "take").To("*", "take").To("timeout", "take").To("invalid", "take"),
            new ScriptStep("take", "message").With("prompt", "1"),
            new ScriptStep("bye", "hangup")]) { When = new ScriptWhen(null, ScriptHours.Closed) },
    ])[..Math.Min(kind, 2)]);

    /// <summary>A company that a document can say.</summary>
    public static Gen<CompanyDefinition> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Select(Line, MaybeRef(Line), MaybeRef(Prompt), MaybeRef(Week), Exception.Array[0, 4], MaybeRef(Forced), MaybeRef(Quiet)),
        CsCheck.Gen.Select(Queue, Callers, Dispatch.Array[0, 3], Card, Scripts, Flag),
        CsCheck.Gen.Select(Employees, Away.Array[0, 3], Groups, OnCall, Valid, Short)).Select((a, b, c) => new CompanyDefinition
        {
            Id = CompanyId.Parse("fox"),
            Name = a.Item1,
            Version = "any",
            Numbers = [PhoneNumber.Parse("+78124540001"), PhoneNumber.Parse("+78124540002")],
            Pronunciation = a.Item2,
            SpokenName = a.Item3,
            TimeZone = b.Item6 ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
            Greeting = new Greeting(a.Item2, a.Item3),
            CallTypes = [new CallType(CallTypeId.Parse("visas"), a.Item1) { Numbers = [PhoneNumber.Parse("+78124540002")], Language = a.Item2 is null ? null : "pt-BR" }],
            Greetings = [new GreetingRule(new Greeting(a.Item1, a.Item3)) { CallType = a.Item2 is null ? null : CallTypeId.Parse("visas"), Language = a.Item2 is null ? "en" : null, Valid = c.Item5, Hours = a.Item4 }],
            Hours = a.Item4,
            HoursExceptions = a.Item5,
            HoursOverride = a.Item6,
            QuietHours = a.Item7,
            Queue = b.Item1,
            Callers = b.Item2,
            MessagesTo = "office@fox.example",
            MessageTemplate = a.Item2 is null ? null : new MessageTemplate { Subject = NoPlaceholders(a.Item2) + " {caller.name}", Body = b.Item6 ? "{fields}\n{answers.text}" : null },
            Dispatch = b.Item3,
            Digests = b.Item6 ? [new DigestRule(new TimeOnly(18, 5), "anna") { Channel = "email" }] : [],
            Card = b.Item4,
            Scripts = b.Item5,
            Employees = c.Item1,
            Absences = c.Item2,
            Groups = c.Item3,
            OnCallLists = c.Item4,
            Dialling = new DialPolicy { Allow = ["7812454"], Deny = b.Item6 ? ["7900"] : [], MaxAtOnce = b.Item6 ? 0 : null, MaxPerDay = b.Item6 ? 9 : null, ShowsCaller = b.Item6 },
            Transfers = new TransferRules { Progress = a.Item3, ProgressEvery = c.Item6 },
            Recording = new RecordingRules { Mode = b.Item6 ? RecordingMode.None : RecordingMode.All, Announcement = a.Item3, ResumeAfter = c.Item6, InMessages = a.Item3 is null ? MessageRecording.Attached : MessageRecording.Linked },
            Callbacks = new CallbackRules { Automatic = b.Item6, Attempts = b.Item6 ? 5 : 3, Every = TimeSpan.FromMinutes(c.Item6.TotalSeconds) },
        });

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct =>
        CsCheck.Gen.Select(gen, CsCheck.Gen.Bool).Select((value, isSet) => isSet ? value : (T?)null);

    private static Gen<T?> MaybeRef<T>(Gen<T> gen)
        where T : class =>
        CsCheck.Gen.Select(gen, CsCheck.Gen.Bool).Select((value, isSet) => isSet ? value : null);

    private static string NoPlaceholders(string text) => Tidy(text.Replace('{', '(').Replace('}', ')'));

    /// <summary>As the reader leaves it: without blanks around it, and not empty.</summary>
    private static string Tidy(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : "x";
}
