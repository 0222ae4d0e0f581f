using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Testing;

/// <summary>An operator of the office in a scenario.</summary>
public sealed class ScenarioOperator
{
    private readonly ScenarioOffice _office;

    internal ScenarioOperator(ScenarioOffice office, OperatorDefinition definition, ScenarioPhone phone) => (_office, Definition, Phone) = (office, definition, phone);

    /// <summary>The operator as the documents define them.</summary>
    public OperatorDefinition Definition { get; }

    /// <summary>The operator's phone; it is answered after two seconds unless the scenario says otherwise.</summary>
    public ScenarioPhone Phone { get; }

    /// <summary>The operator's state now.</summary>
    public OperatorState State => _office.Office.Operators.Find(Definition.Id)!.State;

    /// <summary>The call the operator is in; null when in none.</summary>
    public CallRecord? Call => _office.ReadCalls().LastOrDefault(c => c.EndedAt is null && c.Operator == Definition.Id);

    /// <summary>Comes to work, takes a break, or leaves.</summary>
    public void SetPresence(OperatorPresence presence) =>
        Act($"is {presence}", office => office.Operators.SetPresenceAsync(Definition.Id, presence));

    /// <summary>Transfers the caller to an employee.</summary>
    public void Transfer(EmployeeId employee, TransferKind? kind = null, bool leave = false) => WithCall(
        $"transfers to {employee}",
        (office, call) => office.Calls.TransferAsync(call, new TransferRequest(employee) { Kind = kind, Leave = leave }));

    /// <summary>Connects caller and employee, and leaves.</summary>
    public void CompleteTransfer() => WithCall("completes the transfer", (office, call) => office.Calls.CompleteTransferAsync(call));

    /// <summary>Takes the caller back from a transfer.</summary>
    public void TakeBack() => WithCall("takes the caller back", (office, call) => office.Calls.TakeBackAsync(call));

    /// <summary>Writes down what the caller says.</summary>
    public void TakeMessage(EmployeeId? employee, MessageUrgency urgency, params IReadOnlyList<MessageField> fields) => WithCall(
        $"takes a message{(employee is { } id ? $" for {id}" : "")}",
        (office, call) => office.Calls.TakeMessageAsync(call, new MessageDraft(employee, fields) { Urgency = urgency }));

    /// <summary>Ends the call.</summary>
    public void HangUp() => WithCall("hangs up", (office, call) => office.Calls.HangUpAsync(call));

    private void WithCall(string what, Func<IVirtualOffice, CallId, Task> act)
    {
        var call = Call?.Id ?? throw _office.Failure($"{Definition.Id} cannot do this ({what}): there is no call with {Definition.Id}, who is {State}.");
        Act(what, office => act(office, call));
    }

    private void Act(string what, Func<IVirtualOffice, Task> act)
    {
        _office.Note(Definition.Id.Value, what);
        _office.Act($"{Definition.Id} {what}", act);
    }
}
