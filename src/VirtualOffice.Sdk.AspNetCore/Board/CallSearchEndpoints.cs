using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Messages;
using VirtualOffice.Sdk.AspNetCore.Playback;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Searching calls: the whole office's for a supervisor.</summary>
internal static class CallSearchEndpoints
{
    public static void MapCallSearch(this IEndpointRouteBuilder board)
    {
        board.MapGet("/calls", SearchAsync).Produces<FoundCallsView>();
        board.MapGet("/calls/{id}", FindAsync).Produces<FoundCallView>();
        board.MapGet("/calls/{id}/routing", (IVirtualOffice office, HttpContext http, string id) => QueueEndpoints.ExplainAsync(office, Ids.Call(id), http.RequestAborted)).Produces<RoutingView>();
        board.MapWaveforms(_ => TenantScope.Office);
        board.MapMessageLog(_ => TenantScope.Office);
        board.MapGet("/calls/{id}/recording", RecordingAsync);
        board.MapGet("/calls/{id}/messages/{message}/recording", MessageRecordingAsync);
    }

    private static async Task<IResult> SearchAsync(CallSearch search, HttpContext http, [AsParameters] CallSearchRequest request)
    {
        var scope = request.Company is { Length: > 0 } company
            ? TenantScope.Of(CompanyId.TryParse(company, out var id) ? id : throw new BadHttpRequestException($"'company' is '{company}'; allowed is a company's id."))
            : TenantScope.Office;
        return Answers.Ok(await search.ListAsync(request.ToFilter(scope), http.RequestAborted));
    }

    private static async Task<IResult> FindAsync(CallSearch search, HttpContext http, string id) =>
        Answers.Ok(await search.FindAsync(TenantScope.Office, Ids.Call(id), "/board", http.RequestAborted));

    private static Task<IResult> RecordingAsync(CallSearch search, IVirtualOffice office, HttpContext http, string id) => Audited.OpenAsync(http, Ids.Call(id), null, null, async () =>
        await Wav.OfCallAsync(office, await search.RequireAsync(TenantScope.Office, Ids.Call(id), http.RequestAborted), http.RequestAborted));

    private static Task<IResult> MessageRecordingAsync(CallSearch search, IVirtualOffice office, HttpContext http, string id, string message) => Audited.OpenAsync(http, Ids.Call(id), message, null, async () =>
        await Wav.OfMessageAsync(office, await search.RequireAsync(TenantScope.Office, Ids.Call(id), http.RequestAborted), message, http.RequestAborted));
}
