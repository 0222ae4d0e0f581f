using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The work lists of the companies an operator serves, and the operator's own day.</summary>
internal static class DeskWorkEndpoints
{
    public static void MapDeskWork(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/work", WorkAsync).Produces<DeskWorkView>();
        desk.MapPost("/work/deliveries/{message}/{number:int}/retry", RetryAsync);
        desk.MapPost("/work/callbacks/{call}/done", DoneAsync);
        desk.MapGet("/today", TodayAsync).Produces<DeskTodayView>();
    }

    private static async Task<IResult> WorkAsync(IVirtualOffice office, WorkLists lists, DeskIdentity identity, HttpContext http) =>
        Answers.Ok(await lists.ReadAsync(CompaniesOf(office, identity, http), http.RequestAborted));

    private static async Task<IResult> RetryAsync(IVirtualOffice office, WorkLists lists, DeskIdentity identity, IEnumerable<IMessageOutbox> outboxes, HttpContext http, string message, int number)
    {
        var id = Ids.Delivery($"{message}.{number}");
        var delivery = outboxes.FirstOrDefault() is { } outbox ? await outbox.FindAsync(id, http.RequestAborted) : null;
        if (delivery is null || !CompaniesOf(office, identity, http).Contains(delivery.Company))
        {
            throw new KeyNotFoundException($"There is no delivery '{id}'.");
        }

        var isRetried = await office.Messages.RetryAsync(id, http.RequestAborted);
        lists.Touch(delivery.Company);
        return isRetried
            ? Results.Accepted()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "It is being attempted anyway.");
    }

    private static async Task<IResult> DoneAsync(IVirtualOffice office, WorkLists lists, DeskIdentity identity, HttpContext http, string call, Body<CallbackDoneRequest> body)
    {
        var record = await office.Calls.FindAsync(Ids.Call(call), http.RequestAborted);
        if (record?.Company is not { } company || !CompaniesOf(office, identity, http).Contains(company))
        {
            throw Ids.UnknownCall(call);
        }

        var isEnded = await office.Callbacks.EndAsync(record.Id, identity.Require(http.User).Name, body.Value.Note, http.RequestAborted);
        lists.Touch(company);
        return isEnded
            ? Results.NoContent()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "Somebody has dealt with it already.");
    }

    private static async Task<IResult> TodayAsync(DeskIdentity identity, IEnumerable<ICallIndex> indexes, OfficeRuntime runtime, HttpContext http, double offsetMinutes = 0)
    {
        var op = identity.Require(http.User).Operator!.Value;
        if (double.IsNaN(offsetMinutes) || Math.Abs(offsetMinutes) > 14 * 60)
        {
            throw new BadHttpRequestException("'offsetMinutes' is the browser's difference from UTC, -840 to 840.");
        }

        // The day is the operator's own, where the browser is.
        var now = runtime.Clock.GetUtcNow().ToOffset(TimeSpan.FromMinutes(Math.Round(offsetMinutes)));
        var from = new DateTimeOffset(now.Date, now.Offset).ToUniversalTime();
        return Answers.Ok(indexes.FirstOrDefault() is { } index ? await DeskTodayView.CountAsync(index, op, from, http.RequestAborted) : new DeskTodayView(0, 0, 0, 0, 0));
    }

    private static IReadOnlyList<CompanyId> CompaniesOf(IVirtualOffice office, DeskIdentity identity, HttpContext http) =>
        office.Operators.Find(identity.Require(http.User).Operator!.Value)?.Definition.Companies ?? [];
}
