using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class ExplainAtTests
{
    private static readonly PhoneNumber Vip = PhoneNumber.Parse("+79215550103");
    private static readonly PhoneNumber Blocked = PhoneNumber.Parse("+79219990001");

    private readonly SimulatedOffice _office = new(definition: new OfficeDefinition(
        [
            new CompanyDefinition
            {
                Id = SimulatedOffice.Fox,
                Name = "Fox Travel",
                Version = "v1",
                Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"),
                HoursExceptions = [new HoursException("New Year", new DateOnly(2000, 12, 31), new DateOnly(2000, 12, 31), [new TimeInterval(new TimeOnly(9, 0), new TimeOnly(15, 0))]) { EveryYear = true }],
                Callers = new CallerRules { Known = [new KnownCaller(Vip, "Ivan Petrov") { Priority = CallPriority.Vip, Note = "Speaks English" }], Blocked = [Blocked] },
                Employees =
                [
                    new Employee(SimulatedOffice.Anna, "Anna", null, [SimulatedOffice.AnnaAtWork, new ReachNumber(SimulatedOffice.AnnaMobile) { Kind = ReachKind.Mobile, RingTime = TimeSpan.FromSeconds(15), Transfer = TransferKind.Warm, MustAccept = true }]),
                ],
            },
        ],
        []));

    public ExplainAtTests() => _office.StartHost();

    [Fact]
    public void OpenDay_SaysTheRuleTheCallerAndTheOrderOfNumbers()
    {
        Assert.Equal(
            [
                "Fox Travel (fox-travel, version v1) at 2026-12-31 14:59 +03:00",
                "hours: open, exception 'New Year', 31 December 2026: 09:00–15:00; closes 2026-12-31 15:00",
                "caller: Ivan Petrov, priority Vip, note: Speaks English",
                "greeting: Fox Travel",
                "queue: longest-idle",
                $"transfer to Anna: {SimulatedOffice.AnnaAtWork}, then {SimulatedOffice.AnnaMobile} (Mobile) for 15 s, warm, press 1",
            ],
            Explain("2026-12-31T14:59:00+03:00", Vip).Lines());
    }

    [Fact]
    public void ClosedDay_AMessage() => Assert.Equal(
        ["hours: closed, exception 'New Year', 31 December 2026: 09:00–15:00; opens 2027-01-01 00:00", "the caller is asked for a voice message"],
        Explain("2026-12-31T21:59:00+03:00", PhoneNumber.Parse("+79215550101")).Lines().Where(l => l.StartsWith("hours", StringComparison.Ordinal) || l.StartsWith("the caller", StringComparison.Ordinal)));

    [Fact]
    public void BlockedCaller_IsRefused() => Assert.Equal("the call is refused: Blocked", Explain("2026-12-30T12:00:00+03:00", Blocked).Lines().Last());

    [Fact]
    public void UnknownCompany_IsNull() =>
        Assert.Null(_office.World.Run(() => _office.Office.Calls.ExplainAtAsync(CompanyId.Parse("nobody"), default, CallerId.Withheld)));

    private CallExplanation Explain(string at, PhoneNumber caller) => _office.World.Run(() => _office.Office.Calls.ExplainAtAsync(
        SimulatedOffice.Fox, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), CallerId.Clean(caller.ToString(), null)))!;
}
