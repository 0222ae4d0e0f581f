using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record MessageRequest(string? Employee, Dictionary<string, string>? Fields, MessageUrgency Urgency = MessageUrgency.Routine, string? Corrects = null)
{
    public MessageDraft ToDraft()
    {
        var employee = (EmployeeId?)null;
        if (Employee is not null)
        {
            employee = EmployeeId.TryParse(Employee, out var parsed)
                ? parsed
                : throw new BadHttpRequestException($"'employee' is '{Employee}'; allowed is an employee's id, or none.");
        }

        return new MessageDraft(employee, [.. (Fields ?? []).Select(f => new MessageField(f.Key, f.Value))])
        {
            Urgency = Urgency,
            Corrects = Corrects is null ? null : Ids.Message(Corrects),
        };
    }
}
