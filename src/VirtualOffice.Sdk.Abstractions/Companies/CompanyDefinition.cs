using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A client company, as its document defines it. Immutable: a change is a new version.</summary>
/// <remarks>A version that was kept when this knew less is read with nulls for what it did not have, which every property turns into its default.</remarks>
public sealed record CompanyDefinition
{
    /// <summary>The company's id.</summary>
    public required CompanyId Id { get; init; }

    /// <summary>The name the operator greets with.</summary>
    public required string Name { get; init; }

    /// <summary>The version, for example a hash of the document; a call keeps the one it was taken with.</summary>
    public required string Version { get; init; }

    /// <summary>The numbers callers dial; each belongs to one company.</summary>
    public required IReadOnlyList<PhoneNumber> Numbers { get; init; }

    /// <summary>How the name is pronounced, in words for operators; null when it needs none.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>The company's name as a recorded prompt, for employees who are asked whether they accept a call; null when there is none.</summary>
    public RecordedPrompt? SpokenName { get; init; }

    /// <summary>The zone in which the hours are meant; UTC by default.</summary>
    [JsonConverter(typeof(TimeZoneJsonConverter))]
    public TimeZoneInfo TimeZone { get; init => field = value ?? TimeZoneInfo.Utc; } = TimeZoneInfo.Utc;

    /// <summary>How callers are greeted where none of the <see cref="Greetings"/> fits.</summary>
    public Greeting Greeting { get; init => field = value ?? new(null, null); } = new(null, null);

    /// <summary>Greetings for some calls; the narrowest that fits is taken.</summary>
    public IReadOnlyList<GreetingRule> Greetings { get; init => field = value ?? []; } = [];

    /// <summary>When the company takes calls; null means round the clock.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>Days with hours of their own.</summary>
    public IReadOnlyList<HoursException> HoursExceptions { get; init => field = value ?? []; } = [];

    /// <summary>Whether the company is open or closed now whatever its hours say; null, as usual, when the hours count.</summary>
    public HoursOverride? HoursOverride { get; init; }

    /// <summary>What operators are shown of the company.</summary>
    public CardContent Card { get; init => field = value ?? CardContent.Empty; } = CardContent.Empty;

    /// <summary>Why callers call it; none, the default, when all calls are alike.</summary>
    public IReadOnlyList<CallType> CallTypes { get; init => field = value ?? []; } = [];

    /// <summary>What is done with its calls; where none fits, the office's own course is taken.</summary>
    public IReadOnlyList<Script> Scripts { get; init => field = value ?? []; } = [];

    /// <summary>The people callers can be transferred to.</summary>
    public IReadOnlyList<Employee> Employees { get; init => field = value ?? []; } = [];

    /// <summary>When employees are away.</summary>
    public IReadOnlyList<Absence> Absences { get; init => field = value ?? []; } = [];

    /// <summary>Employees who take calls together.</summary>
    public IReadOnlyList<EmployeeGroup> Groups { get; init => field = value ?? []; } = [];

    /// <summary>Who is on call when.</summary>
    public IReadOnlyList<OnCallList> OnCallLists { get; init => field = value ?? []; } = [];

    /// <summary>What callers hear while they are transferred.</summary>
    public TransferRules Transfers { get; init => field = value ?? TransferRules.Default; } = TransferRules.Default;

    /// <summary>Which numbers are dialled, and how many.</summary>
    public DialPolicy Dialling { get; init => field = value ?? DialPolicy.Default; } = DialPolicy.Default;

    /// <summary>Whether calls are recorded, and how callers are told.</summary>
    public RecordingRules Recording { get; init => field = value ?? RecordingRules.Default; } = RecordingRules.Default;

    /// <summary>Which callers are treated in a way of their own.</summary>
    public CallerRules Callers { get; init => field = value ?? CallerRules.Default; } = CallerRules.Default;

    /// <summary>How waiting callers are given to operators.</summary>
    public QueueRules Queue { get; init => field = value ?? QueueRules.Default; } = QueueRules.Default;

    /// <summary>How callers are called back whom nobody served.</summary>
    public CallbackRules Callbacks { get; init => field = value ?? CallbackRules.Default; } = CallbackRules.Default;

    /// <summary>The e-mail address for messages to nobody in particular; null when there is none.</summary>
    public string? MessagesTo { get; init; }

    /// <summary>How messages read; null, the default, for each channel's own way.</summary>
    public MessageTemplate? MessageTemplate { get; init; }

    /// <summary>How messages reach people; none, the default, means one delivery to each address.</summary>
    public IReadOnlyList<DispatchRule> Dispatch { get; init => field = value ?? []; } = [];

    /// <summary>Daily summaries of the company's messages; none by default.</summary>
    public IReadOnlyList<DigestRule> Digests { get; init => field = value ?? []; } = [];

    /// <summary>The local time in which nobody of the company is disturbed by routine messages on a channel other than <c>email</c>; null, the default, when there is none.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>The YAML document that it was written as, with its remarks; null for one made in code. Where it says something else than the definition, the definition counts.</summary>
    public string? Document { get; init; }

    /// <summary>Finds a script; null when there is none with this name.</summary>
    public Script? FindScript(string name) => Scripts.FirstOrDefault(s => s.Name == name);

    /// <summary>Finds a call type; null when there is none with this id.</summary>
    public CallType? FindCallType(CallTypeId id) => CallTypes.FirstOrDefault(t => t.Id == id);

    /// <summary>The call type that a number dialled means; null when it means none.</summary>
    public CallType? FindCallType(string dialled) =>
        PhoneNumber.TryParseSignalled(dialled, out var number) ? CallTypes.FirstOrDefault(t => t.Numbers.Contains(number)) : null;

    /// <summary>Finds an employee; null when there is none with this id.</summary>
    public Employee? FindEmployee(EmployeeId id) => Employees.FirstOrDefault(e => e.Id == id);

    /// <summary>Finds a group; null when there is none with this id.</summary>
    public EmployeeGroup? FindGroup(GroupId id) => Groups.FirstOrDefault(g => g.Id == id);

    /// <summary>Finds an on-call list; null when there is none with this id.</summary>
    public OnCallList? FindOnCallList(OnCallListId id) => OnCallLists.FirstOrDefault(l => l.Id == id);
}
