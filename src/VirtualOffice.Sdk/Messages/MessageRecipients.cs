using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>To whom a message goes: a message always finds somebody.</summary>
internal static class MessageRecipients
{
    /// <summary>A message's deliveries. One to nobody is made when nobody has an address: it is given up at once, and stands on the work list.</summary>
    /// <param name="message">The message.</param>
    /// <param name="company">Its company; null when that is not known any more.</param>
    /// <param name="options">The office's options.</param>
    /// <param name="now">When it is taken.</param>
    /// <param name="availability">Who is away when; null for what the company's document says.</param>
    public static IReadOnlyList<MessageDelivery> DeliveriesOf(
        Message message, CompanyDefinition? company, OfficeOptions options, DateTimeOffset now, Func<CompanyDefinition, Employee, DateTimeOffset, EmployeeAvailability>? availability = null)
    {
        IReadOnlyList<MessageDelivery> planned = company?.Dispatch.FirstOrDefault(rule => rule.Fits(message)) is { } rule
            ? DispatchPlan.Of(message, company, rule, options, now, availability ?? ((c, e, at) => AbsenceRules.Decide(c, e, c.Absences, at)))
            : [];
        if (planned.Any(d => d.State != DeliveryState.Passed))
        {
            return planned;
        }

        // Also where a rule's lists have nobody on call, and where everybody it names is away.
        return
        [
            .. planned,
            .. AddressesOf(company, message.Employee, options).Select((address, i) => new MessageDelivery(
                new DeliveryId(message.Id, planned.Count + i + 1), message.Call, message.Company, options.MessageChannel, address, DeliveryState.Pending, 0, now, null) { CreatedAt = now }),
        ];
    }

    /// <summary>The employee's address, else the company's, else every employee's, else that of the person to escalate to, else an empty one.</summary>
    public static IReadOnlyList<string> AddressesOf(CompanyDefinition? company, EmployeeId? employee, OfficeOptions options) =>
        AddressesIn(company, employee) is { Count: > 0 } found ? found : [options.EscalateTo ?? ""];

    private static IReadOnlyList<string> AddressesIn(CompanyDefinition? company, EmployeeId? employee)
    {
        if (company is null)
        {
            return [];
        }

        if (employee is { } id && company.FindEmployee(id)?.Email is { } email)
        {
            return [email];
        }

        return company.MessagesTo is { } common ? [common] : [.. company.Employees.Select(e => e.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
