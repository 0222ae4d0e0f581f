using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <content>Whom a rule reaches: people who are away, and those who are not to be disturbed.</content>
public sealed partial class DispatchTests
{
    [Theory]
    [InlineData(MessageUrgency.Routine, 8)]
    [InlineData(MessageUrgency.Urgent, 0)]
    public void QuietHours_RoutineMessage_WaitsForTheirEnd(MessageUrgency urgency, int hours)
    {
        var now = _world.Clock.GetUtcNow();
        var local = TimeOnly.FromTimeSpan(now.TimeOfDay);
        var step = new DispatchStep("anna@fox.example") { Quiet = new QuietHours(local.AddHours(-1), local.AddHours(8)) };
        Save(new DispatchRule { Steps = [step] }, urgency);
        Start();
        _world.RunFor(TimeSpan.FromHours(9));
        Assert.Equal([("anna@fox.example", hours * 60)], _told);
    }

    [Theory]
    [InlineData("sms", MessageUrgency.Routine, true)]
    [InlineData("sms", MessageUrgency.Urgent, false)]
    [InlineData("email", MessageUrgency.Routine, false)]
    public void QuietHours_OfThePerson_CountWhereTheyWouldBeDisturbed(string channel, MessageUrgency urgency, bool waits)
    {
        var now = _world.Clock.GetUtcNow();
        var local = TimeOnly.FromTimeSpan(now.TimeOfDay);
        var company = Company([new DispatchRule { Steps = [new DispatchStep("anna") { Channel = channel }] }]);
        company = company with
        {
            QuietHours = new QuietHours(local.AddHours(-1), local.AddHours(2)),
            Employees = [company.Employees[0] with { QuietHours = new QuietHours(local.AddHours(-1), local.AddHours(5)) }],
        };
        var delivery = Assert.Single(MessageRecipients.DeliveriesOf(NewMessage() with { Urgency = urgency }, company, _options, now));
        Assert.Equal(waits ? now.AddHours(5) : now, delivery.DueAt);
        company = company with { Employees = [company.Employees[0] with { QuietHours = null }] };
        delivery = Assert.Single(MessageRecipients.DeliveriesOf(NewMessage() with { Urgency = urgency }, company, _options, now));
        Assert.Equal(waits ? now.AddHours(2) : now, delivery.DueAt);
    }

    [Theory]
    [InlineData(AwayRecipients.Tell, "anna@fox.example", null)]
    [InlineData(AwayRecipients.StandIn, "boris@fox.example", "Anna is ill; Boris (boris) stands in")]
    [InlineData(AwayRecipients.Skip, "office@fox.example", "Anna is ill; Boris (boris) stands in")]
    public void Away_OfTheRule_DecidesWhoIsTold(AwayRecipients away, string told, string? why)
    {
        var company = WithBoris(new DispatchRule { Away = away, Steps = [new DispatchStep("anna"), new DispatchStep(DispatchStep.CompanyAddress) { After = TimeSpan.FromMinutes(5) }] });
        company = company with { Absences = [new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }] };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, _world.Clock.GetUtcNow());

        Assert.Equal(told, deliveries.First(d => d.State == DeliveryState.Pending).Recipient);
        Assert.Equal(why is null ? [] : [("anna@fox.example", why)], deliveries.Where(d => d.State == DeliveryState.Passed).Select(d => (d.Recipient, d.LastError!)));
        Assert.Equal(Enumerable.Range(1, deliveries.Count), deliveries.Select(d => d.Id.Number));
    }

    [Fact]
    public void Away_AtTheTimeOfTheStep_CountsAndWeeklyToo()
    {
        var now = _world.Clock.GetUtcNow();
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.StandIn, Steps = [new DispatchStep("anna"), new DispatchStep("anna") { After = TimeSpan.FromHours(2) }] });
        var from = TimeOnly.FromDateTime(now.UtcDateTime).AddHours(1);
        company = company with
        {
            Absences = [new Absence(Anna, AbsenceReason.Meeting) { StandIn = Boris, Weekly = new WeeklyHours { Intervals = [new OpenInterval(now.DayOfWeek, from, from.AddHours(4))] } }],
        };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, now);

        Assert.Equal(["anna@fox.example", "boris@fox.example"], deliveries.Where(d => d.State == DeliveryState.Pending).Select(d => d.Recipient));
        Assert.Equal(now.AddHours(2), Assert.Single(deliveries, d => d.State == DeliveryState.Passed).DueAt);
    }

    [Fact]
    public void Away_EverybodyOfTheRule_TheMessageStillFindsSomebody()
    {
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.Skip, Steps = [new DispatchStep("group:all")] });
        company = company with
        {
            Absences = [new Absence(Anna, AbsenceReason.Ill), new Absence(Boris, AbsenceReason.Holiday)],
            Groups = [new EmployeeGroup(GroupId.Parse("all"), "All", [Anna, Boris])],
        };

        var deliveries = MessageRecipients.DeliveriesOf(NewMessage(), company, _options, _world.Clock.GetUtcNow());

        Assert.Equal([DeliveryState.Passed, DeliveryState.Passed, DeliveryState.Pending], deliveries.Select(d => d.State));
        Assert.Equal("anna@fox.example", deliveries[2].Recipient);
    }

    [Fact]
    public void Away_WhoIsPassedOver_StandsInTheMessagesLog()
    {
        var company = WithBoris(new DispatchRule { Away = AwayRecipients.StandIn, Steps = [new DispatchStep("anna")] }) with { Absences = [new Absence(Anna, AbsenceReason.Ill) { StandIn = Boris }] };
        var message = Save(company, MessageUrgency.Routine);
        var service = Serve();
        _world.RunFor(TimeSpan.FromMinutes(1));

        Assert.Equal([("boris@fox.example", 0)], _told);
        var passed = Assert.Single(_world.Run(() => service.ReadLogAsync(message.Id)), e => e.Kind == MessageLogKind.PassedOver);
        Assert.Equal(("anna@fox.example", "Anna is ill; Boris (boris) stands in"), (passed.Who, passed.Detail));
    }

    private static CompanyDefinition WithBoris(DispatchRule rule)
    {
        var company = Company([rule]);
        return company with { Employees = [.. company.Employees, new Employee(Boris, "Boris", "boris@fox.example", [PhoneNumber.Parse("+78124540102")])] };
    }
}
