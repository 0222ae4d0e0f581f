using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Turns a dispatch rule into deliveries, every one with its time: all are written with the message, so that none depends on what happens later.</summary>
internal static class DispatchPlan
{
    private const string Email = "email";

    // Far below the numbers of escalations.
    private const int MaxDeliveries = 200;

    // Who is next in the same turn is told at once when the one before was not reached; at this time in any case, should nobody have learnt of that.
    private static readonly TimeSpan NextAfter = TimeSpan.FromMinutes(4);

    public static IReadOnlyList<MessageDelivery> Of(Message message, CompanyDefinition company, DispatchRule rule, OfficeOptions options, DateTimeOffset now)
    {
        List<MessageDelivery> deliveries = [];
        var (time, turn) = (now, 0);
        foreach (var step in rule.Steps)
        {
            var channel = step.Channel ?? options.MessageChannel;
            var people = step.Then.Prepend(step.To).Select(to => AddressesOf(to, channel, message, company, options)).ToList();
            var pause = step.Every > TimeSpan.Zero && step.Every / people.Count < NextAfter ? step.Every / people.Count : NextAfter;
            for (var repetition = 0; repetition < Math.Max(1, step.Times) && deliveries.Count + people.Sum(p => p.Count) <= MaxDeliveries; repetition++)
            {
                turn++;
                time += repetition == 0 ? step.After : step.Every;
                var isLater = step.After > TimeSpan.Zero || repetition > 0;
                var mayWait = message.Urgency == MessageUrgency.Routine && step.Quiet is not null;
                time = mayWait ? step.Quiet!.AfterThem(time, company.TimeZone) : time;
                for (var place = 0; place < people.Count; place++)
                {
                    var (before, due) = (deliveries.Count, (time + (place * pause)).ToUniversalTime());
                    deliveries.AddRange(people[place].Select((address, i) => new MessageDelivery(
                        new DeliveryId(message.Id, before + i + 1), message.Call, message.Company, channel, address, DeliveryState.Pending, 0, due, null)
                    {
                        CreatedAt = due,
                        UnlessAcknowledged = isLater || place > 0,
                        FollowsFailure = place > 0 || (isLater && !mayWait),
                        Turn = turn,
                    }));
                }
            }
        }

        return deliveries;
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
