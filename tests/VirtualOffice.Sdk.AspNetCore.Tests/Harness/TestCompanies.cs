using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>Three companies and three operators. Olga serves all companies.</summary>
internal static partial class TestCompanies
{
    public static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    public static readonly CompanyId Nord = CompanyId.Parse("nord-service");
    public static readonly CompanyId Lynx = CompanyId.Parse("lynx-clinic");
    public static readonly OperatorId Olga = OperatorId.Parse("olga");
    public static readonly OperatorId Pavel = OperatorId.Parse("pavel");
    public static readonly OperatorId Rita = OperatorId.Parse("rita");

    public static OfficeDefinition Office { get; } = new([FoxTravel(), NordService(), LynxClinic()],
    [
        new OperatorDefinition(Olga, "Olga", DeviceId.Parse("op1"), [Fox, Nord, Lynx]),
        new OperatorDefinition(Pavel, "Pavel", DeviceId.Parse("op2"), [Fox]),
        new OperatorDefinition(Rita, "Rita", DeviceId.Parse("op3"), [Nord]),
    ]);

    public static DeviceId Device(OperatorId op) => Office.Operators.First(o => o.Id == op).Device;

    private static CompanyDefinition FoxTravel() => new()
    {
        Id = Fox,
        Name = "Fox Travel",
        Version = "1",
        Numbers = [PhoneNumber.Parse("+78124540001")],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Novosibirsk"),
        Greeting = new Greeting("Fox Travel, good {daypart}! This is {operator.name}. How may I help you?", null),
        MessagesTo = "office@fox-travel.example",
        Employees =
        [
            new Employee(EmployeeId.Parse("anna"), "Anna Petrova, tours", "anna@fox-travel.example",
            [
                new ReachNumber(PhoneNumber.Parse("+78124540101")) { Kind = ReachKind.Office, RingTime = TimeSpan.FromSeconds(15) },
                new ReachNumber(PhoneNumber.Parse("+79214540102")) { Kind = ReachKind.Mobile },
            ]),
            new Employee(EmployeeId.Parse("boris"), "Boris Smirnov, visas", "boris@fox-travel.example", [new ReachNumber(PhoneNumber.Parse("+78124540103")) { Transfer = TransferKind.Warm }]),
            new Employee(EmployeeId.Parse("vera"), "Vera Fox, director", "vera@fox-travel.example", [PhoneNumber.Parse("+78124540104")]),
        ],
        Card = new CardContent
        {
            About = "Fox Travel has sent people away since 1998, and nearly all of them came back.",
            Instructions = "Never promise a price: prices change while people think. Offer a call from Anna within the hour instead.",
            Services =
            [
                new CardService("Package tours", "Flight, hotel and somebody who meets you with a sign.") { Price = "from 48 000 roubles for two" },
                new CardService("Insurance", "Medical, luggage, and cancellation if you say so before the tickets are issued.") { Price = "from 90 roubles a day" },
            ],
            Offices =
            [
                new CardOffice("Nevsky", "28 Nevsky Prospekt, third floor") { Phone = PhoneNumber.Parse("+78124540111"), Map = new Uri("https://maps.example.com/fox-nevsky"), Directions = "Metro Nevsky Prospekt, exit 1." },
            ],
            Faq =
            [
                new FaqEntry("visa-time", "How long does a visa take?", "Ten working days, in summer fifteen.") { Keywords = ["schengen"] },
                new FaqEntry("pets", "May I bring my dog?", "On most flights up to 8 kilograms in the cabin, in a bag. The hotel must agree; we ask it for you.") { Instructions = "Ask for the weight." },
            ],
            Notices = [new CardNotice("Boris is at the consulate every morning until 11:00; take messages.", Validity.Always)],
            Colours = new CardColours("#b23a0e", null, null),
        },
        Callers = CallerRules.Default with
        {
            Known = [new KnownCaller(PhoneNumber.Parse("+79215550199"), "Maria Volkova") { Priority = CallPriority.Vip, Note = "Travels with two dogs; always ask about the hotel." }],
        },
    };

    private static CompanyDefinition NordService() => new()
    {
        Id = Nord,
        Name = "Nord Service",
        Version = "1",
        Numbers = [PhoneNumber.Parse("+78124550001")],
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
        Greeting = new Greeting("Nord Service, {operator.name} speaking. What has happened?", null),
        MessagesTo = "dispatch@nord-service.example",
        Recording = new RecordingRules { InMessages = MessageRecording.Linked },
        Employees = [new Employee(EmployeeId.Parse("gleb"), "Gleb Orlov, engineer on call", "gleb@nord-service.example", [PhoneNumber.Parse("+79214550101"), PhoneNumber.Parse("+78124550102")])],
    };
}
