using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Callers nobody served: the work list, and taking them off it.</summary>
internal static class CallbackEndpoints
{
    public static void MapCallbacks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/callbacks", ListAsync).Produces<CallbackPage>();
        api.MapPost("/callbacks/{call}/done", EndAsync);
    }

    private static async Task<IResult> ListAsync(
        IVirtualOffice office, CancellationToken cancellationToken, string? company = null, string? after = null, int limit = 50, bool ended = false)
    {
        var scope = company is null ? TenantScope.Office : TenantScope.Of(CompanyId.Parse(company));
        var page = await office.Callbacks.ListAsync(new CallbackFilter(scope, after is null ? null : CallId.Parse(after), limit, ended), cancellationToken);
        return Answers.Ok(new CallbackPage([.. page.Select(CallbackItem.Of)], page.Count == limit ? page[^1].Call.ToString() : null));
    }

    private static async Task<IResult> EndAsync(IVirtualOffice office, string call, Body<CallbackDoneRequest> body, CancellationToken cancellationToken) =>
        await office.Callbacks.EndAsync(CallId.Parse(call), body.Value.By ?? "", body.Value.Note, cancellationToken)
            ? Results.NoContent()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "This call left no task, or it has ended already.");
}
