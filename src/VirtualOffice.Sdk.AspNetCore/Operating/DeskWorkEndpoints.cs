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
    private const int PerCompany = 100;

    public static void MapDeskWork(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/work", WorkAsync).Produces<DeskWorkView>();
        desk.MapPost("/work/deliveries/{message}/{number:int}/retry", RetryAsync);
        desk.MapPost("/work/callbacks/{call}/done", DoneAsync);
        desk.MapGet("/today", TodayAsync).Produces<DeskTodayView>();
    }

    private static async Task<IResult> WorkAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http)
    {
        var deliveries = new List<DeliveryItem>();
        var callbacks = new List<CallbackItem>();
        foreach (var company in CompaniesOf(office, identity, http))
        {
            var scope = TenantScope.Of(company);
            deliveries.AddRange((await office.Messages.ListAsync(new DeliveryFilter(scope, DeliveryState.Failed, null, PerCompany), http.RequestAborted)).Select(DeliveryItem.Of));
            callbacks.AddRange((await office.Callbacks.ListAsync(new CallbackFilter(scope, null, PerCompany, false), http.RequestAborted)).Select(CallbackItem.Of));
        }

        return Answers.Ok(new DeskWorkView([.. deliveries.OrderBy(d => d.SavedAt)], [.. callbacks.OrderBy(c => c.CalledAt)]));
    }

    private static async Task<IResult> RetryAsync(IVirtualOffice office, DeskIdentity identity, IEnumerable<IMessageOutbox> outboxes, HttpContext http, string message, int number)
    {
        var id = Ids.Delivery($"{message}.{number}");
        var delivery = outboxes.FirstOrDefault() is { } outbox ? await outbox.FindAsync(id, http.RequestAborted) : null;
        if (delivery is null || !CompaniesOf(office, identity, http).Contains(delivery.Company))
        {
            throw new KeyNotFoundException($"There is no delivery '{id}'.");
        }

        return await office.Messages.RetryAsync(id, http.RequestAborted)
            ? Results.Accepted()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "It is being attempted anyway.");
    }

    private static async Task<IResult> DoneAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, string call, Body<CallbackDoneRequest> body)
    {
        var record = await office.Calls.FindAsync(Ids.Call(call), http.RequestAborted);
        if (record?.Company is not { } company || !CompaniesOf(office, identity, http).Contains(company))
        {
            throw Ids.UnknownCall(call);
        }

        return await office.Callbacks.EndAsync(record.Id, identity.Require(http.User).Name, body.Value.Note, http.RequestAborted)
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
