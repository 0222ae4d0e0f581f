using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The operators: they go to work, take breaks, and do what callers want.</summary>
internal sealed partial class SimulatedOperators(
    IVirtualOffice office, SimulatedCallers callers, TakenSeats taken, OfficeRuntime runtime, SimulatedPeopleOptions options, Chance chance, ILogger logger)
{
    private static readonly string[] Reasons = ["coffee", "lunch", "back office", "fresh air"];
    private static readonly string[] Texts = ["Please call back.", "The offer is accepted.", "The delivery comes on Thursday.", "Wants to move the appointment to next week."];

    /// <summary>An operator's working day.</summary>
    public async Task WorkAsync(OperatorId id, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WishAsync(id, OperatorPresence.Available, null);
            await Task.Delay(chance.Until(options.BreakEvery), runtime.Clock, cancellationToken);
            await WishAsync(id, OperatorPresence.Break, chance.Pick(Reasons));
            await Task.Delay(chance.Draw(options.Break), runtime.Clock, cancellationToken);
        }
    }

    /// <summary>Serves a call that an operator has just accepted.</summary>
    public async Task ServeAsync(CallId id, CancellationToken cancellationToken)
    {
        await Task.Delay(chance.Draw(options.OperatorTalks), runtime.Clock, cancellationToken);
        if (await office.Calls.FindAsync(id, CancellationToken.None) is not { Stage: CallStage.Conversation } call || IsReal(call))
        {
            return;
        }

        var employees = call.Company is { } company ? office.Companies.Find(company)?.Employees ?? [] : [];
        switch (callers.Ask(call.CallerLeg))
        {
            case CallerWish.Transfer when employees.Count > 0:
                var employee = chance.Pick(employees).Id;
                LogTransfers(id, employee);
                await office.Calls.TransferAsync(id, employee, cancellationToken: CancellationToken.None);
                break;
            case CallerWish.Transfer or CallerWish.Message:
                await TakeMessageAsync(call, employees.Count > 0 ? chance.Pick(employees).Id : null, cancellationToken);
                break;
        }

        // Who only asked something hangs up when satisfied.
    }

    /// <summary>Tells an employee who calls, and connects the two.</summary>
    public async Task ConsultAsync(CallId id, CancellationToken cancellationToken)
    {
        await Task.Delay(chance.Draw(options.OperatorTalks) / 3, runtime.Clock, cancellationToken);
        if (await office.Calls.FindAsync(id, CancellationToken.None) is { OpenTransfer.Consult: not null } call && !IsReal(call))
        {
            await office.Calls.CompleteTransferAsync(id, cancellationToken: CancellationToken.None);
        }
    }

    /// <summary>Takes a message from a caller whom a transfer gave back.</summary>
    public async Task ServeAfterTransferAsync(CallId id, CancellationToken cancellationToken)
    {
        await Task.Delay(chance.Draw(options.OperatorTalks), runtime.Clock, cancellationToken);
        if (await office.Calls.FindAsync(id, CancellationToken.None) is { Stage: CallStage.Conversation, Transfers: [.., var transfer] } call && !IsReal(call))
        {
            await TakeMessageAsync(call, transfer.Employee, cancellationToken);
        }
    }

    private bool IsReal(CallRecord call) => call.Operator is { } op && taken.IsTaken(op);

    private async Task WishAsync(OperatorId id, OperatorPresence presence, string? reason)
    {
        if (taken.IsTaken(id))
        {
            return;
        }

        try
        {
            await office.Operators.SetPresenceAsync(id, presence, reason, CancellationToken.None);
        }
        catch (VirtualOfficeException e)
        {
            // A store that is away for a while must not send the operator home.
            LogPresenceFailed(id, e.Message);
        }
    }

    private async Task TakeMessageAsync(CallRecord call, EmployeeId? employee, CancellationToken cancellationToken)
    {
        LogTakesMessage(call.Id, employee);
        MessageField[] fields = [new("Caller", call.Caller.ToString()), new("Message", chance.Pick(Texts))];
        await office.Calls.TakeMessageAsync(call.Id, new MessageDraft(employee, fields), cancellationToken: CancellationToken.None);
        await Task.Delay(chance.Draw(TimeRange.Seconds(1, 3)), runtime.Clock, cancellationToken);
        await office.Calls.HangUpAsync(call.Id, CancellationToken.None);
    }

    [LoggerMessage(EventId = 8010, Level = LogLevel.Debug, Message = "A simulated operator transfers call {Call} to {Employee}.")]
    private partial void LogTransfers(CallId call, EmployeeId employee);

    [LoggerMessage(EventId = 8012, Level = LogLevel.Debug, Message = "The presence of simulated operator {Operator} could not be set: {Reason}")]
    private partial void LogPresenceFailed(OperatorId @operator, string reason);

    [LoggerMessage(EventId = 8011, Level = LogLevel.Debug, Message = "A simulated operator takes a message in call {Call} for {Employee}.")]
    private partial void LogTakesMessage(CallId call, EmployeeId? employee);
}
