using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>A company with all that guides an operator: a script with a field of every kind, call types, groups, on-call lists, absences and a dial policy.</summary>
internal static partial class TestCompanies
{
    public const string LynxNumber = "+78124560001";

    // The other part's fields are made of these, in whichever order the parts come.
    public static EmployeeId Dina => EmployeeId.Parse("dina");

    private static EmployeeId Egor => EmployeeId.Parse("egor");

    private static EmployeeId Faina => EmployeeId.Parse("faina");

    private static CompanyDefinition LynxClinic() => new()
    {
        Id = Lynx,
        Name = "Lynx Clinic",
        Version = "1",
        Numbers = [PhoneNumber.Parse(LynxNumber)],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        Greeting = new Greeting("Lynx Clinic, {operator.name} speaking.", null),
        MessagesTo = "desk@lynx-clinic.example",
        Employees =
        [
            new Employee(Dina, "Dina Lvova", "dina@lynx-clinic.example", [PhoneNumber.Parse("+78124560101")]) { Department = "Reception" },
            new Employee(Egor, "Egor Titov", "egor@lynx-clinic.example", [PhoneNumber.Parse("+78124560102")]) { Department = "Surgery" },
            new Employee(Faina, "Faina Gulina", null, [new ReachNumber(PhoneNumber.Parse("+78124560103")) { Transfer = TransferKind.Warm }]) { Department = "Nurses" },
        ],
        Absences = [new Absence(Egor, AbsenceReason.BusinessTrip) { Note = "congress in Kazan", StandIn = Dina }],
        Groups = [new EmployeeGroup(GroupId.Parse("ward"), "Ward", [Dina, Faina]) { Ring = GroupRing.AllAtOnce }],
        OnCallLists = [new OnCallList(OnCallListId.Parse("night"), "Doctor on call") { Default = [Faina] }],
        Dialling = new DialPolicy { Allow = ["7812"] },
        CallTypes = [new CallType(CallTypeId.Parse("visit"), "A visit"), new CallType(CallTypeId.Parse("bill"), "A bill") { Script = "bills" }],
        Scripts =
        [
            new Script("front",
            [
                new ScriptStep("wait", "queue"),
                new ScriptStep("hello", "say").With("text", "Lynx Clinic, {operator.name} speaking. What can we do for you?"),
                Ask("who", "name", "May I have your name, please?").With("required", "true"),
                Ask("born", "date", "When were you born, {who}?"),
                Ask("phone", "phone", "Which number can we call?"),
                Ask("mail", "email", "And an e-mail address?"),
                Ask("kind", "choice", "What is it about?").With("choices", "visit", "results", "other"),
                new ScriptStep("route", "branch").If("kind = results", "secret").To("else", "visits"),
                Ask("visits", "number", "How often were you here?").With("min", "0").With("max", "99"),
                new ScriptStep("skip", "goto").To("next", "write"),
                Ask("secret", "text", "Your code word, please.").With("masked", "true"),
                new ScriptStep("write", "message").With("for", "dina"),
                new ScriptStep("bye", "hangup").With("text", "Thank you for calling. Good-bye!"),
            ]),
            new Script("bills", [new ScriptStep("on", "queue"), Ask("number", "text", "Which bill is it, {operator.name} wants to know?"), new ScriptStep("take", "message")])
            {
                When = new ScriptWhen(CallTypeId.Parse("bill")),
            },
        ],
        Card = new CardContent
        {
            About = "Lynx Clinic sees everything.",
            Sections = [new CardSection("parking", "Parking", "Behind the house; the gate opens by itself.") { Instructions = "Tell it only to patients." }],
            Layout = [new CardLayoutEntry("parking"), new CardLayoutEntry(CardSections.About) { Title = "Who we are" }, new CardLayoutEntry(CardSections.Employees) { IsHidden = true }],
        },
    };

    private static ScriptStep Ask(string field, string type, string text) => new ScriptStep(field, "ask").With("field", field).With("type", type).With("text", text);
}
