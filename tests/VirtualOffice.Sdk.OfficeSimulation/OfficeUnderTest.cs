using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>The office that runs have: two companies that share one operator and have one each of their own, and one with scripts whom two of them serve.</summary>
internal static class OfficeUnderTest
{
    public const string BearNumber = "+78124540002";

    public static readonly CompanyId Bear = CompanyId.Parse("bear-legal");
    public static readonly EmployeeId Boris = EmployeeId.Parse("boris");
    public static readonly EmployeeId Clara = EmployeeId.Parse("clara");
    public static readonly GroupId Lawyers = GroupId.Parse("lawyers");
    public static readonly OnCallListId Night = OnCallListId.Parse("night");
    public static readonly OperatorId Rita = OperatorId.Parse("rita");
    public static readonly DeviceId RitasPhone = DeviceId.Parse("op3");

    public static readonly IReadOnlyList<(OperatorId Operator, DeviceId Phone)> Operators =
        [(SimulatedOffice.Olga, SimulatedOffice.OlgasPhone), (SimulatedOffice.Pavel, SimulatedOffice.PavelsPhone), (Rita, RitasPhone)];

    /// <summary>The office of a seed: every third one greets with a prompt; most have companies that whisper to operators, by a prompt or a text, a long one among them.</summary>
    public static OfficeDefinition Define(int seed)
    {
        var definition = Define(hasGreeting: seed % 3 == 0);
        CompanyWhisper? whisper = (seed % 5) switch
        {
            0 => null,
            1 => new CompanyWhisper { Prompt = new RecordedPrompt("long-name") },
            2 => new CompanyWhisper { Text = "This is for Fox Travel", Language = "en" },
            _ => CompanyWhisper.Name,
        };
        return definition with
        {
            Companies = [.. definition.Companies.Select((c, i) => i > 0 && seed % 2 == 0 ? c : c with { Queue = c.Queue with { Whisper = whisper } })],
        };
    }

    private static OfficeDefinition Define(bool hasGreeting) => new(
        [
            new CompanyDefinition
            {
                Id = SimulatedOffice.Fox,
                Name = "Fox Travel",
                Version = "v1",
                Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                Greeting = new Greeting(null, hasGreeting ? new RecordedPrompt("welcome") : null),
                MessagesTo = "office@fox.example",
                Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [new ReachNumber(SimulatedOffice.AnnaAtWork) { Transfer = TransferKind.Warm }, new ReachNumber(SimulatedOffice.AnnaMobile) { MustAccept = true, RingTime = TimeSpan.FromSeconds(5) }])],
            },
            new CompanyDefinition
            {
                Id = Bear,
                Name = "Bear Legal",
                Version = "v1",
                Numbers = [PhoneNumber.Parse(BearNumber)],
                Callers = new CallerRules { RedialWithin = TimeSpan.FromMinutes(5) },
                Callbacks = new CallbackRules { Automatic = true, Attempts = 2, Every = TimeSpan.FromSeconds(15) },
                Queue = new QueueRules
                {
                    Offer = OfferMode.AllOfRing,
                    Limits =
                    [
                        new QueueLimit(QueueExit.QueueLength, QueueAction.Busy) { Count = 2 },
                        new QueueLimit(QueueExit.WaitLimit, QueueAction.Overflow) { Time = TimeSpan.FromSeconds(15), To = SimulatedOffice.Fox },
                        new QueueLimit(QueueExit.NobodyOnline, QueueAction.Callback),
                        new QueueLimit(QueueExit.EverybodyOnBreak, QueueAction.Announcement),
                    ],
                },
                Dispatch =
                [
                    new DispatchRule
                    {
                        Steps =
                        [
                            new DispatchStep(DispatchStep.Recipient),
                            new DispatchStep("+79214540301") { Then = ["+79214540302"], Channel = "voice", After = TimeSpan.FromSeconds(20), Every = TimeSpan.FromMinutes(1), Times = 2 },
                            new DispatchStep("office@bear.example") { After = TimeSpan.FromMinutes(1) },
                        ],
                    },
                ],
                Employees =
                [
                    new Employee(Boris, "Boris", "boris@bear.example", [PhoneNumber.Parse("+78124540201"), new ReachNumber(PhoneNumber.Parse("+79214540202")) { MustAccept = true, Transfer = TransferKind.Warm }, PhoneNumber.Parse("+79214540203")]),
                    new Employee(Clara, "Clara", null, [new ReachNumber(PhoneNumber.Parse("+78124540301")) { MustAccept = true }, PhoneNumber.Parse("+79214540302")]),
                ],
                Groups = [new EmployeeGroup(Lawyers, "Lawyers", [Boris, Clara]) { Ring = GroupRing.AllAtOnce }],
                OnCallLists = [new OnCallList(Night, "Night") { Rotation = new OnCallRotation([Clara, Boris], OnCallPeriod.Day, new DateOnly(2026, 1, 1), TimeOnly.MinValue) }],
                Dialling = new DialPolicy { MaxAtOnce = 4 },
                Transfers = new TransferRules { Progress = new RecordedPrompt("still-trying"), ProgressEvery = TimeSpan.FromSeconds(7) },
            },
            ScriptedCompany.Define(),
        ],
        [
            new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox, Bear, ScriptedCompany.Wolf]),
            new OperatorDefinition(SimulatedOffice.Pavel, "Pavel", SimulatedOffice.PavelsPhone, [SimulatedOffice.Fox]),
            new OperatorDefinition(Rita, "Rita", RitasPhone, [Bear, ScriptedCompany.Wolf]),
        ]);

    public static void Configure(OfficeOptions options)
    {
        options.WaitLimit = TimeSpan.FromSeconds(40);
        options.RingTime = TimeSpan.FromSeconds(10);
        options.TransferRingTime = TimeSpan.FromSeconds(8);
        options.AcceptTime = TimeSpan.FromSeconds(10);
        options.WrapUp = TimeSpan.FromSeconds(2);
        options.DeclinePause = TimeSpan.FromSeconds(5);
    }
}
