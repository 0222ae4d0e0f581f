using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
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

    /// <summary>What would be done with a call if a definition were in force, such as that of a draft, and why. Nothing is changed by asking.</summary>
    /// <param name="definition">The company as it may come to be.</param>
    /// <param name="instant">When the call would come in.</param>
    /// <param name="caller">Who would call.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CallExplanation> ExplainAtAsync(CompanyDefinition definition, DateTimeOffset instant, CallerId caller, CancellationToken cancellationToken = default);

    /// <summary>Starts transferring the caller to an employee; completes when the transfer is under way, with the call as it is then.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">To whom, and how.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, the transfer is made once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call or employee, the call is not in conversation, or the command's id was used for another command.</exception>
    Task<CallRecord> TransferAsync(CallId call, TransferRequest request, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>While an employee is on the line for a warm transfer: talks with them, with the caller, or with both; completes when it is so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="with">With whom.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, it is carried out once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, no employee is on the line, or the command's id was used for another command.</exception>
    Task ConsultAsync(CallId call, ConsultWith with, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Connects the caller with the employee who is on the line and lets the operator go; completes when that is decided.</summary>
    /// <param name="call">The call.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, it is carried out once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, no employee is on the line, or the command's id was used for another command.</exception>
    Task CompleteTransferAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Ends a transfer under way and gives the caller back to the operator; completes when that is decided.</summary>
    /// <param name="call">The call.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, it is carried out once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, no transfer is under way, the operator has left, or the command's id was used for another command.</exception>
    Task TakeBackAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Offers a call to one operator: one that waits, before everybody else for a minute; one that another operator has is taken from there first, and the caller hears music until the operator
    /// answers. The caller keeps the place in line. Completes when it is journaled.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="op">The operator, who serves the company and is not offline; to have a call taken over, who is available.</param>
    /// <param name="by">Who wants it, kept in the journal; 1 to 64 characters.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, it is carried out once. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, it neither waits nor is talked, the operator cannot have it (the message says why), or the command's id was used for another command.</exception>
    Task OfferToAsync(CallId call, OperatorId op, string by, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes a message; completes when it is durable. While an operator has the caller, and after that: whoever had the call writes down what was said also when the caller is with somebody else
    /// or gone. The message is the call's, with the version of the company that the call was taken with; the outcome of a call that has ended stays what it was.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="command">The command's id: sent again under it, whatever became of the first, the message is taken once and returned again. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call or employee, the draft is not valid, no operator has the call or had it, or the command's id was used for another command.</exception>
    Task<Message> TakeMessageAsync(CallId call, MessageDraft draft, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>What would become of a draft if it were taken now; nothing is kept or sent.</summary>
    /// <exception cref="CallCommandException">As for <see cref="TakeMessageAsync"/>.</exception>
    Task<MessagePreview> PreviewMessageAsync(CallId call, MessageDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Keeps what the operator has typed so far, whatever the call's stage and after its end; completes when it is durable.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fields">The fields that changed, 1 to 50; an empty value takes one out. It is not checked, and not shown to anybody else: what must not be kept in clear must not be in it.</param>
    /// <param name="command">As for <see cref="SaveAnswerAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, a field is not valid, or the command's id was used for another command.</exception>
    Task SaveDraftAsync(CallId call, IReadOnlyList<MessageField> fields, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Notes what the caller asked, so that it is counted for the company; also after the call's end. Noted again in the same call it takes the earlier one's place. Completes when it is durable.</summary>
    /// <param name="call">The call.</param>
    /// <param name="question">The question.</param>
    /// <param name="command">As for <see cref="SaveAnswerAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, the question is not valid, or the command's id was used for another command.</exception>
    Task NoteQuestionAsync(CallId call, AskedQuestion question, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>What an operator is to be shown of a call's script; null when the call follows none.</summary>
    /// <exception cref="CallCommandException">There is no such call.</exception>
    Task<ScriptScreen?> ShowScriptAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Saves an answer that the operator typed; completes when it is durable. Saved again, it takes the earlier one's place.</summary>
    /// <param name="call">The call.</param>
    /// <param name="field">The script's field.</param>
    /// <param name="value">The answer; empty to take an earlier one back.</param>
    /// <param name="command">The command's id: sent again under it, it has no second effect. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call or field, the answer is not what the field may hold, no operator has the call, or the command's id was used for another command.</exception>
    Task SaveAnswerAsync(CallId call, string field, string value, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out the step the call is at, and goes on: a message step takes the message with the answers, a transfer step starts the transfer, a hangup step ends the call.
    /// Completes when that is durable.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="exit">The way out, where the step has several, such as the key of a menu; <c>next</c> when null.</param>
    /// <param name="command">As for <see cref="SaveAnswerAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">As for <see cref="SaveAnswerAsync"/>; or a required answer is missing.</exception>
    Task AdvanceScriptAsync(CallId call, string? exit = null, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Goes to any step of the script; completes when it is durable.</summary>
    /// <exception cref="CallCommandException">As for <see cref="SaveAnswerAsync"/>; or there is no such step.</exception>
    Task GoToStepAsync(CallId call, string step, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Goes back to the step that was shown before; completes when it is durable.</summary>
    /// <exception cref="CallCommandException">As for <see cref="SaveAnswerAsync"/>; or there is none.</exception>
    Task GoBackAsync(CallId call, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Says why the caller calls; when that makes another script the narrowest, the call follows it from its beginning, with the answers kept. Completes when it is durable.</summary>
    /// <exception cref="CallCommandException">There is no such call or call type, no operator has the call, or the command's id was used for another command.</exception>
    Task SetCallTypeAsync(CallId call, CallTypeId callType, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the caller wait with music while the operator does something else, or has the caller back; completes when it is so.</summary>
    /// <param name="call">The call, in conversation.</param>
    /// <param name="isOnHold">Whether the caller waits.</param>
    /// <param name="command">The command's id: sent again under it, it has no second effect. Null: every call of this method is a command of its own.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, it is not in conversation, or the command's id was used for another command.</exception>
    Task SetHoldAsync(CallId call, bool isOnHold, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the caller not hear the operator, or hear the operator again; completes when it is so.</summary>
    /// <param name="call">The call, in conversation.</param>
    /// <param name="isMuted">Whether the operator is not heard.</param>
    /// <param name="command">The command's id; see <see cref="SetHoldAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, it is not in conversation, or the command's id was used for another command.</exception>
    Task SetMuteAsync(CallId call, bool isMuted, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Sends keys to whom the operator talks with: the caller, or the employee of a warm transfer. Which ones is neither kept nor logged.</summary>
    /// <param name="call">The call.</param>
    /// <param name="digits">1 to 32 keys: <c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>, or <c>A</c> to <c>D</c>.</param>
    /// <param name="command">The command's id; see <see cref="SetHoldAsync"/>. A host that is killed in the middle does not send them again.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, the operator talks with nobody, the keys are not valid, or the command's id was used for another command.</exception>
    Task SendDigitsAsync(CallId call, string digits, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the recording of the call take nothing in, or go on; completes when it is so. It goes on by itself after the company's time.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isPaused">Whether it takes nothing in.</param>
    /// <param name="command">The command's id; see <see cref="SetHoldAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, it is not recorded, or the command's id was used for another command.</exception>
    Task SetRecordingPausedAsync(CallId call, bool isPaused, CommandId? command = null, CancellationToken cancellationToken = default);

    /// <summary>Says what the call was about, in place of what was said before; also after its end. Completes when it is durable.</summary>
    /// <param name="call">The call.</param>
    /// <param name="disposition">What.</param>
    /// <param name="command">The command's id; see <see cref="SetHoldAsync"/>.</param>
    /// <param name="cancellationToken">Cancels waiting; the command may still be carried out.</param>
    /// <exception cref="CallCommandException">There is no such call, the disposition is not valid, or the command's id was used for another command.</exception>
    Task SetDispositionAsync(CallId call, CallDisposition disposition, CommandId? command = null, CancellationToken cancellationToken = default);

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
