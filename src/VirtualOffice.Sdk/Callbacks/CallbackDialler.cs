using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>Begins call-backs at the PBX that the call came from.</summary>
internal sealed class CallbackDialler(ICallbackStore store, ICallJournal journal, CompanyDirectory companies, IReadOnlyList<PbxLink> pbxs)
{
    /// <summary>Begins one, or finds the one under way.</summary>
    /// <exception cref="CallCommandException">It cannot be begun now.</exception>
    public async Task<CallId> CallAsync(CallId call, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(call, cancellationToken) is not { End: null })
        {
            throw new CallCommandException(CallCommandError.UnknownCall, $"Call {call} has left no caller to be called back.");
        }

        var history = await journal.ReadAsync(call, cancellationToken) ?? throw new CallCommandException(CallCommandError.UnknownCall, $"There is no call {call}.");
        var record = CallRecord.Fold(call, history.Events);
        if (companies.FindByDialledNumber(record.Dialled) is null)
        {
            throw new CallCommandException(CallCommandError.Invalid, $"The number {record.Dialled}, which the caller dialled, is no company's any more.");
        }

        return pbxs.FirstOrDefault(p => p.Name == record.CallerLeg.Pbx) is { Missing: null } pbx
            ? pbx.CallBack(record)
            : throw new CallCommandException(CallCommandError.Unavailable, $"PBX {record.CallerLeg.Pbx} is away; try again.");
    }
}
