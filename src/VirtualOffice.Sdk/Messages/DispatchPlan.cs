using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Turns a dispatch rule into deliveries, every one with its time: all are written with the message, so that none depends on what happens later.</summary>
internal static class DispatchPlan
{
    private const string Email = "email";
    private const string Hold = "hold";

    // Far below the numbers of escalations.
    private const int MaxDeliveries = 200;

    // Who is next in the same turn is told at once when the one before was not reached; at this time in any case, should nobody have learnt of that.
    private static readonly TimeSpan NextAfter = TimeSpan.FromMinutes(4);

    public static IReadOnlyList<MessageDelivery> Of(Message message, CompanyDefinition company, DispatchRule rule, OfficeOptions options, DateTimeOffset now, Func<CompanyDefinition, Employee, DateTimeOffset, EmployeeAvailability> availability)
    {
        List<MessageDelivery> deliveries = [];
        var absent = new AbsentRecipients(message, company, rule.Away, availability);
        var (time, turn) = (now, 0);
        foreach (var step in rule.Steps)
        {
            var channel = step.Hold ? Hold : step.Channel ?? options.MessageChannel;
            var quiet = message.Urgency == MessageUrgency.Routine ? QuietHoursOf(step, channel, message, company) : null;
            for (var repetition = 0; repetition < Math.Max(1, step.Times); repetition++)
            {
                // Whoever is on call then; where nobody is, the step is passed over at once.
                var at = time + (repetition == 0 ? step.After : step.Every);
                var people = step.Then.Prepend(step.To).SelectMany(to => PeopleOf(to, step, channel, message, company, options, at, absent)).ToList();
                if (people.Count == 0)
                {
                    time = repetition == 0 ? time : at;
                    continue;
                }

                if (deliveries.Count + people.Sum(p => p.Count) > MaxDeliveries)
                {
                    break;
                }

                var pause = step.Every > TimeSpan.Zero && step.Every / people.Count < NextAfter ? step.Every / people.Count : NextAfter;
                turn++;
                time = at;
                var isLater = step.After > TimeSpan.Zero || repetition > 0;
                time = quiet?.AfterThem(time, company.TimeZone) ?? time;
                for (var place = 0; place < people.Count; place++)
                {
                    var (before, due) = (deliveries.Count, (time + (place * pause)).ToUniversalTime());
                    deliveries.AddRange(people[place].Select((address, i) => new MessageDelivery(
                        new DeliveryId(message.Id, before + i + 1), message.Call, message.Company, channel, address, step.Hold ? DeliveryState.Held : DeliveryState.Pending, 0, due, null)
                    {
                        CreatedAt = due,
                        UnlessAcknowledged = isLater || place > 0,
                        FollowsFailure = place > 0 || (isLater && quiet is null),
                        Turn = turn,
                    }));
                }
            }
        }

        // Last, so that the numbers of a turn's deliveries follow each other.
        return [.. deliveries, .. absent.PassedOver(deliveries.Count)];
    }

    /// <summary>The step's own, else, where somebody would be disturbed, the employee's, else the company's.</summary>
    private static QuietHours? QuietHoursOf(DispatchStep step, string channel, Message message, CompanyDefinition company)
    {
        if (step.Quiet is not null || channel is Email or Hold)
        {
            return step.Quiet;
        }

        var employee = step.To == DispatchStep.Recipient ? message.Employee : EmployeeId.TryParse(step.To, out var id) ? id : null;
        return (employee is { } known ? company.FindEmployee(known)?.QuietHours : null) ?? company.QuietHours;
    }

    /// <summary>For whom a message is kept: an employee, or whoever calls in for the company.</summary>
    private static string HolderOf(string to, Message message, CompanyDefinition company) => to switch
    {
        DispatchStep.Recipient => message.Employee?.Value ?? company.Id.Value,
        DispatchStep.CompanyAddress => company.Id.Value,
        _ => to,
    };

    /// <summary>Who is told, one after the other; some of them at once. Nobody where a list has nobody on call then, or a group nobody with such an address.</summary>
    private static IEnumerable<IReadOnlyList<string>> PeopleOf(
        string to, DispatchStep step, string channel, Message message, CompanyDefinition company, OfficeOptions options, DateTimeOffset at, AbsentRecipients absent)
    {
        if (step.Hold)
        {
            return [[HolderOf(to, message, company)]];
        }

        if (!DispatchStep.NamesSeveral(to) || !TransferTarget.TryParse(to, out var target))
        {
            var named = to == DispatchStep.Recipient ? message.Employee : EmployeeId.TryParse(to, out var employee) ? employee : null;
            if (named is not { } one || company.FindEmployee(one) is not { } person || absent.InPlaceOf(person, channel, at) is not { } told)
            {
                return [AddressesOf(to, channel, message, company, options)];
            }

            return told.Count == 0 ? [] : [AddressesOf(told[0].Id.Value, channel, message, company, options)];
        }

        var group = target.Group is { } id ? company.FindGroup(id) : null;
        var members = group is not null ? group.Members.Select(company.FindEmployee).OfType<Employee>()
            : target.OnCallList is { } name && company.FindOnCallList(name) is { } list ? OnCallRules.Decide(company, list, at).Who
            : [];
        var addresses = members.SelectMany(m => absent.InPlaceOf(m, channel, at) ?? [m]).Select(m => channel == Email ? m.Email : NumberOf(company, m.Id)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return addresses.Count == 0 ? [] : group is { Ring: GroupRing.AllAtOnce } ? [addresses] : addresses.Select(a => (IReadOnlyList<string>)[a]);
    }

    private static IReadOnlyList<string> AddressesOf(string to, string channel, Message message, CompanyDefinition company, OfficeOptions options)
    {
        if (to == DispatchStep.CompanyAddress)
        {
            return [company.MessagesTo ?? ""];
        }

        if (to == DispatchStep.Recipient)
        {
            return channel == Email || message.Employee is not { } recipient || NumberOf(company, recipient) is not { } number
                ? MessageRecipients.AddressesOf(company, message.Employee, options)
                : [number];
        }

        if (!EmployeeId.TryParse(to, out var id) || company.FindEmployee(id) is not { } employee)
        {
            return [to];
        }

        return [(channel == Email ? employee.Email : NumberOf(company, id)) ?? ""];
    }

    private static string? NumberOf(CompanyDefinition company, EmployeeId employee) => company.FindEmployee(employee)?.Numbers is [var first, ..] ? first.ToString() : null;
}
