using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>Rebuilds from the stores what an earlier run of the host knew.</summary>
internal static partial class OfficeRecovery
{
    /// <summary>The open calls at these PBXs, and how many live ones there are elsewhere. One at a PBX that the office no longer has stays as it is: nothing can be done for it, and it must not keep its operator.</summary>
    public static async Task<(IReadOnlyList<CallRecord> Open, int Foreign)> ReadOpenCallsAsync(
        ICallJournal journal,
        IEnumerable<string> pbxs,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var names = pbxs.ToHashSet(StringComparer.Ordinal);
        var logger = loggers.CreateLogger<IVirtualOffice>();
        var (open, foreign) = (new List<CallRecord>(), 0);
        await foreach (var history in journal.ReadOpenAsync(cancellationToken))
        {
            var record = CallRecord.Fold(history.Call, history.Events);
            if (names.Contains(record.CallerLeg.Pbx))
            {
                open.Add(record);
            }
            else
            {
                foreign += record.Outcome is null ? 1 : 0;
                LogForeign(logger, record.Id, record.CallerLeg.Pbx);
            }
        }

        return (open, foreign);
    }

    /// <summary>Puts operators on the board: first those who have a call or are being offered one, then everybody's wish, so that nobody is offered a second call.</summary>
    public static async Task RestoreBoardAsync(
        ICallDispatcher dispatcher,
        IReadOnlyList<CompanyDefinition> companies,
        IReadOnlyList<OperatorDefinition> operators,
        IOperatorStore store,
        IReadOnlyList<CallRecord> open,
        CancellationToken cancellationToken)
    {
        foreach (var company in companies)
        {
            await dispatcher.PostAsync(new DispatchCommand.DefineCompany(company.Id, company.Queue));
        }

        foreach (var definition in operators)
        {
            await dispatcher.PostAsync(new DispatchCommand.DefineOperator(definition));
        }

        foreach (var record in open.Where(r => r is { Company: not null, Outcome: null }))
        {
            foreach (var (op, offer) in BusyWith(record))
            {
                await dispatcher.PostAsync(new DispatchCommand.Restore(
                    record.Id, record.Company!.Value, record.EnqueuedAt ?? record.ReceivedAt, op, offer, record.OverflowedTo, record.Priority));
            }
        }

        foreach (var wish in await store.ReadAllAsync(cancellationToken))
        {
            await dispatcher.PostAsync(new DispatchCommand.SetPresence(wish.Operator, wish.Presence, wish.Reason));
        }
    }

    /// <summary>An operator serves a strictly limited number of companies, whatever source the definition comes from.</summary>
    public static void RefuseOverloadedOperators(IEnumerable<OperatorDefinition> operators)
    {
        foreach (var op in operators.Where(o => o.Companies.Count > OperatorDefinition.MaxCompanies))
        {
            throw new VirtualOfficeException(
                $"Operator '{op.Id}' is assigned to {op.Companies.Count} companies; an operator serves at most {OperatorDefinition.MaxCompanies}.");
        }
    }

    private static IEnumerable<(OperatorId Operator, OfferId? Offer)> BusyWith(CallRecord record) => record switch
    {
        { OpenOffers: { Count: > 0 } offers } => offers.Select(o => (o.Operator, (OfferId?)o.Id)),
        { OperatorLeg: not null, Operator: { } op } => [(op, null)],
        _ => [],
    };

    [LoggerMessage(1030, LogLevel.Error, "Call {Call} is open at PBX {Pbx}, which the office does not have; add it again to have the call ended")]
    private static partial void LogForeign(ILogger logger, CallId call, string pbx);
}
