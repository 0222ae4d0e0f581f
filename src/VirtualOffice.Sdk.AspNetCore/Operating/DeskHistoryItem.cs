using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>An earlier call of the same caller, in a line.</summary>
/// <param name="Call">The call.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">How it ended; null while it lives.</param>
/// <param name="Operator">The operator's name who had it.</param>
/// <param name="TransferredTo">The name of the employee who had the caller.</param>
/// <param name="MessageFor">For whom a message was taken: the employee's name, or the company's.</param>
/// <param name="Text">What the message says.</param>
/// <param name="IsOpen">Whether something is still to be done: nobody served the caller, or a message has not reached anybody.</param>
internal sealed record DeskHistoryItem(
    string Call, DateTimeOffset At, CallOutcomeKind? Outcome, string? Operator, string? TransferredTo, string? MessageFor, string? Text, bool IsOpen)
{
    public static DeskHistoryItem Of(CallSummary call, CallRecord? record, IReadOnlyList<MessageDelivery> deliveries, IVirtualOffice office)
    {
        var message = record?.Messages.Count > 0 ? record.Messages[^1] : null;
        var company = call.Company is { } id ? office.Companies.Find(id) : null;
        var transferred = record?.Transfers.LastOrDefault(t => t.Result == TransferResult.Transferred)?.Target;
        return new DeskHistoryItem(
            call.Call.ToString(),
            call.ReceivedAt,
            call.Outcome,
            call.Operator is { } op ? office.Operators.Find(op)?.Definition.Name ?? op.Value : null,
            TransferNames.Of(transferred, company),
            message is null ? null : message.EmployeeName ?? message.CompanyName,
            message is { Fields: [.., var last] } ? last.Value : null,
            deliveries.Any(d => d.State is DeliveryState.Failed && record?.Messages.Any(m => m.Corrects == d.Id.Message) != true) || (record is { Outcome: not null } && !CallbackTask.IsServed(record)));
    }
}
