using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Messages;

/// <summary>Turns a dispatch rule into deliveries, every one with its time: all are written with the message, so that none depends on what happens later.</summary>
internal static class DispatchPlan
{
    private const string Email = "email";

    // Far below the numbers of escalations.
    private const int MaxDeliveries = 200;

    public static IReadOnlyList<MessageDelivery> Of(Message message, CompanyDefinition company, DispatchRule rule, OfficeOptions options, DateTimeOffset now)
    {
        List<MessageDelivery> deliveries = [];
        var time = now;
        foreach (var step in rule.Steps)
        {
            var channel = step.Channel ?? options.MessageChannel;
            var addresses = AddressesOf(step, channel, message, company, options);
            for (var repetition = 0; repetition < Math.Max(1, step.Times) && deliveries.Count + addresses.Count <= MaxDeliveries; repetition++)
            {
                time += repetition == 0 ? step.After : step.Every;
                var isLater = step.After > TimeSpan.Zero || repetition > 0;
                var mayWait = message.Urgency == MessageUrgency.Routine && step.Quiet is not null;
                time = mayWait ? step.Quiet!.AfterThem(time, company.TimeZone) : time;
                var before = deliveries.Count;
                deliveries.AddRange(addresses.Select((address, i) => new MessageDelivery(
                    new DeliveryId(message.Id, before + i + 1), message.Call, message.Company, channel, address, DeliveryState.Pending, 0, time.ToUniversalTime(), null)
                {
                    CreatedAt = time.ToUniversalTime(),
                    UnlessAcknowledged = isLater,
                    FollowsFailure = isLater && !mayWait,
                }));
            }
        }

        return deliveries;
    }

    private static IReadOnlyList<string> AddressesOf(DispatchStep step, string channel, Message message, CompanyDefinition company, OfficeOptions options)
    {
        if (step.To == DispatchStep.CompanyAddress)
        {
            return [company.MessagesTo ?? ""];
        }

        if (step.To == DispatchStep.Recipient)
        {
            return channel == Email || message.Employee is not { } recipient || NumberOf(company, recipient) is not { } number
                ? MessageRecipients.AddressesOf(company, message.Employee, options)
                : [number];
        }

        if (!EmployeeId.TryParse(step.To, out var id) || company.FindEmployee(id) is not { } employee)
        {
            return [step.To];
        }

        return [(channel == Email ? employee.Email : NumberOf(company, id)) ?? ""];
    }

    private static string? NumberOf(CompanyDefinition company, EmployeeId employee) => company.FindEmployee(employee)?.Numbers is [var first, ..] ? first.ToString() : null;
}
