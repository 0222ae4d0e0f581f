using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Finds the operator who served a caller last, for companies that prefer them.</summary>
internal static partial class LastOperator
{
    private const int Recent = 10;

    /// <summary>Longer nobody waits for a list: the call is offered to anyone then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The operator, and for how long the call still waits for this one alone; null when it need not.</summary>
    public static async Task<(OperatorId Operator, TimeSpan For)?> FindAsync(CallSession call)
    {
        if (call.Company is not { } company || call.Record is not { EnqueuedAt: { } enqueuedAt, Caller.Number: { } number })
        {
            return null;
        }

        var until = call.After(enqueuedAt, company.Queue.PreferLastOperatorFor);
        if (until.IsDue(call.Clock))
        {
            return null;
        }

        try
        {
            var filter = new CallFilter(TenantScope.Of(company.Id), call.Id, Recent) { Caller = number };
            var calls = await call.Services.Index.ListCallsAsync(filter, call.Stopping).WaitAsync(Patience, call.Clock, call.Stopping);
            return calls.FirstOrDefault(c => c.Operator is not null)?.Operator is { } op ? (op, until.Remaining(call.Clock)) : null;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            LogNotFound(call.Services.Logger, call.Id, e);
            return null;
        }
    }

    [LoggerMessage(1009, LogLevel.Warning, "Call {Call}: who served the caller last could not be looked up; anyone is asked")]
    private static partial void LogNotFound(ILogger logger, CallId call, Exception exception);
}
