using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>
/// Carries out what an operator's desk commands. A command names the desk it comes from, the version of the desk that the operator saw, and an id: a fenced desk commands nothing,
/// what was meant for a situation that is over is refused, and a command that comes twice is carried out once.
/// </summary>
internal sealed class DeskCommands(DeskIdentity identity, DeskSessions sessions, DeskFeed feed, DeskSnapshots snapshots, IVirtualOffice office)
{
    public const string EpochHeader = "Desk-Epoch";
    public const string VersionHeader = "Desk-Version";
    public const string SituationHeader = "Desk-Situation";

    private const int Kept = 2_000;

    private readonly ConcurrentDictionary<(OperatorId, CommandId), Lazy<Task>> _run = new();
    private readonly ConcurrentQueue<(OperatorId, CommandId)> _order = new();

    /// <summary>A command that does not depend on the call at the desk.</summary>
    public Task<IResult> RunAsync(HttpContext http, Func<OperatorId, Task> command) => RunAsync(http, (op, _) => command(op));

    /// <summary>A command to the call at the desk.</summary>
    public Task<IResult> RunAsync(HttpContext http, string call, Func<OperatorId, CallId, CommandId, Task> command) => RunAsync(http, async (op, version) =>
    {
        var id = Ids.Call(call);
        var record = await RequireOwnAsync(op, id, http.RequestAborted);
        if (!IsMeantFor(http, op, version, record))
        {
            throw new CallCommandException(CallCommandError.Conflict, "The call has moved on since; look again.");
        }

        await command(op, id, KeyOf(http));
    });

    /// <summary>Something about the operator's call that is meant whatever has happened to the line since.</summary>
    public Task<IResult> NoteAsync(HttpContext http, string call, Func<OperatorId, CallId, CommandId, Task> command) => RunAsync(http, async (op, _) =>
    {
        var id = Ids.Call(call);
        await RequireOwnAsync(op, id, http.RequestAborted);
        await command(op, id, KeyOf(http));
    });

    /// <summary>The same, many times a minute: the desk is not built anew for it, and the call itself knows a command that comes twice.</summary>
    public async Task<IResult> KeepAsync(HttpContext http, string call, Func<CallRecord, CommandId, Task> command)
    {
        var op = identity.Require(http.User).Operator!.Value;
        sessions.Require(op, Number(http, EpochHeader));
        await command(await RequireOwnAsync(op, Ids.Call(call), http.RequestAborted), KeyOf(http));
        return Results.NoContent();
    }

    /// <exception cref="CallCommandException">There is no such call at the operator's desk.</exception>
    public async Task<CallRecord> RequireOwnAsync(OperatorId op, CallId id, CancellationToken cancellationToken)
    {
        var record = await office.Calls.FindAsync(id, cancellationToken);
        var isOwn = record is not null && (record.Operator == op || record.OpenOffers.Any(o => o.Operator == op));
        return isOwn ? record! : throw Ids.UnknownCall(id.ToString());
    }

    private async Task<IResult> RunAsync(HttpContext http, Func<OperatorId, long, Task> command)
    {
        var op = identity.Require(http.User).Operator!.Value;
        sessions.Require(op, Number(http, EpochHeader));
        var key = (op, KeyOf(http));
        var version = Number(http, VersionHeader);
        var isNew = false;
        var run = _run.GetOrAdd(key, _ => new Lazy<Task>(() =>
        {
            isNew = true;
            return command(op, version);
        }));
        try
        {
            await run.Value;
        }
        finally
        {
            if (isNew)
            {
                Keep(key, run.Value);
            }
        }

        return Answers.Ok(await snapshots.BuildAsync(op, http.RequestAborted));
    }

    /// <summary>
    /// Whether what was seen still is. Versions follow events, which come a little after what they tell of, so that a desk may show what its version does not say yet: who sends the situation
    /// itself is measured by that alone.
    /// </summary>
    private bool IsMeantFor(HttpContext http, OperatorId op, long version, CallRecord record) => http.Request.Headers[SituationHeader].ToString() is { Length: > 0 } seen
        ? string.Equals(seen, DeskSituation.Of(record), StringComparison.Ordinal)
        : version >= feed.SituationOf(op);

    // A command that failed may be tried again under its id.
    private void Keep((OperatorId, CommandId) key, Task run)
    {
        if (!run.IsCompletedSuccessfully)
        {
            _run.TryRemove(key, out _);
            return;
        }

        _order.Enqueue(key);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _run.TryRemove(oldest, out _);
        }
    }

    private static CommandId KeyOf(HttpContext http) =>
        CommandKey.Of(http.Request) ?? throw new BadHttpRequestException($"A command needs an id in the header '{CommandKey.Header}'.");

    private static long Number(HttpContext http, string header) =>
        long.TryParse(http.Request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadHttpRequestException($"A command needs a whole number in the header '{header}'.");
}
