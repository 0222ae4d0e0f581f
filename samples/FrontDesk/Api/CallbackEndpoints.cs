using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace FrontDesk.Api;

/// <summary>Callers nobody served: the work list, and taking them off it.</summary>
internal static class CallbackEndpoints
{
    public static void MapCallbacks(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/callbacks", ListAsync);
        app.MapPost("/api/v1/callbacks/{call}/done", EndAsync);
    }

    private static async Task<IResult> ListAsync(
        IVirtualOffice office, CancellationToken cancellationToken, string? company = null, string? after = null, int limit = 50, bool ended = false)
    {
        var scope = company is null ? TenantScope.Office : TenantScope.Of(CompanyId.Parse(company));
        var page = await office.Callbacks.ListAsync(new CallbackFilter(scope, after is null ? null : CallId.Parse(after), limit, ended), cancellationToken);
        return Results.Ok(new CallbackPage([.. page.Select(CallbackItem.Of)], page.Count == limit ? page[^1].Call.ToString() : null));
    }

    private static async Task<IResult> EndAsync(IVirtualOffice office, string call, CallbackDoneRequest request, CancellationToken cancellationToken) =>
        await office.Callbacks.EndAsync(CallId.Parse(call), request.By ?? "", request.Note, cancellationToken)
            ? Results.NoContent()
            : Results.Problem("This call left no task, or it has ended already.", statusCode: StatusCodes.Status409Conflict);
}
