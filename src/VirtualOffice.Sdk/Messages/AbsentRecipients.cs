using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Who is told in place of somebody who is away, by the rule of the dispatch; and who was passed over, and why.</summary>
internal sealed class AbsentRecipients(
    Message message, CompanyDefinition company, AwayRecipients rule, Func<CompanyDefinition, Employee, DateTimeOffset, EmployeeAvailability> availability)
{
    private readonly List<(string Channel, Employee Employee, DateTimeOffset At, string Why)> _passedOver = [];

    /// <summary>Who is told instead, nobody or one; null when it is the employee.</summary>
    public IReadOnlyList<Employee>? InPlaceOf(Employee employee, string channel, DateTimeOffset at)
    {
        if (rule == AwayRecipients.Tell || availability(company, employee, at) is not { IsAvailable: false } away)
        {
            return null;
        }

        _passedOver.Add((channel, employee, at.ToUniversalTime(), away.ToString()));
        return rule == AwayRecipients.StandIn && away.StandIn is { } other ? [other] : [];
    }

    /// <summary>A delivery for each who was passed over, which says why; numbered after the others.</summary>
    public IEnumerable<MessageDelivery> PassedOver(int after) => _passedOver.Select((p, i) => new MessageDelivery(
        new DeliveryId(message.Id, after + i + 1), message.Call, message.Company, p.Channel, AddressOf(p.Employee, p.Channel), DeliveryState.Passed, 0, p.At, p.Why)
    { CreatedAt = p.At });

    private static string AddressOf(Employee employee, string channel) =>
        (channel == "email" ? employee.Email : employee.Numbers is [var first, ..] ? first.ToString() : employee.Email) ?? employee.Name;
}
