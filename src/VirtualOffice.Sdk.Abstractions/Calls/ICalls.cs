using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Calls: what the journal knows of them, and commands to a call in conversation. Safe for concurrent use.</summary>
public interface ICalls
{
    /// <summary>A call as the journal has it; null when there is no such call.</summary>
    Task<CallRecord?> FindAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Calls, newest first.</summary>
    Task<IReadOnlyList<CallRecord>> ListAsync(CallQuery query, CancellationToken cancellationToken = default);

    /// <summary>What would be done with a call to a company at an instant, and why; null when there is no such company. Nothing is changed by asking.</summary>
    /// <param name="company">The company.</param>
    /// <param name="instant">When the call would come in.</param>
    /// <param name="caller">Who would call.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CallExplanation?> ExplainAtAsync(CompanyId company, DateTimeOffset instant, CallerId caller, CancellationToken cancellationToken = default);

    /// <summary>Starts transferring the caller to an employee; completes when the transfer is under way, with the call as it is then.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">To whom, and how.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, the transfer is made once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call or employee, the call is not in conversation, or the command's id was used for another command.</exception>
    Task<CallRecord> TransferAsync(CallId call, TransferRequest request, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>While an employee is on the line for a warm transfer: talks with them, with the caller, or with both; completes when it is so.</summary>
    /// <exception cref="CallCommandException">There is no such call, or no employee is on the line.</exception>
    Task ConsultAsync(CallId call, ConsultWith with, CancellationToken cancellationToken = default);

    /// <summary>Connects the caller with the employee who is on the line and lets the operator go; completes when that is decided.</summary>
    /// <exception cref="CallCommandException">There is no such call, or no employee is on the line.</exception>
    Task CompleteTransferAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Ends a transfer under way and gives the caller back to the operator; completes when that is decided.</summary>
    /// <exception cref="CallCommandException">There is no such call, no transfer is under way, or the operator has left.</exception>
    Task TakeBackAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Takes a message; completes when it is durable.</summary>
    /// <param name="call">The call.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, the message is taken once and returned again. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call or employee, the draft is not valid, no operator has the call, or the command's id was used for another command.</exception>
    Task<Message> TakeMessageAsync(CallId call, MessageDraft draft, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Declines an offer in the operator's place: the phone stops ringing, and the call is offered to somebody else.</summary>
    /// <param name="call">The call.</param>
    /// <param name="op">The operator it is offered to.</param>
    /// <param name="cancellationToken">Cancels waiting for the answer, not the command.</param>
    /// <exception cref="CallCommandException">There is no such call, or it is not offered to this operator (any more).</exception>
    Task DeclineOfferAsync(CallId call, OperatorId op, CancellationToken cancellationToken = default);

    /// <summary>Ends the call for everybody on it; completes when that is under way. A call that has ended is left as it is.</summary>
    /// <exception cref="CallCommandException">There is no such call.</exception>
    Task HangUpAsync(CallId call, CancellationToken cancellationToken = default);
}
