using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Messages;

/// <summary>What became of a message: taken, every attempt, who was told, acknowledged or corrected.</summary>
internal static class MessageLogEndpoints
{
    public static void MapMessageLog(this IEndpointRouteBuilder api, Func<HttpContext, TenantScope> scope) =>
        api.MapGet("/calls/{id}/messages/{message}/log", async (CallSearch search, IVirtualOffice office, HttpContext http, string id, string message) =>
        {
            var within = scope(http);
            var record = await search.RequireAsync(within, Ids.Call(id), http.RequestAborted);
            return record.Messages.FirstOrDefault(m => m.Id.ToString() == message) is { } found
                ? Answers.Ok(MessageLogView.Of(await office.Messages.ReadLogAsync(found.Id, http.RequestAborted), isOffice: within.Company is null))
                : DeskProblems.Of(StatusCodes.Status404NotFound, "Unknown", "The call has no such message.");
        }).Produces<MessageLogView>();
}
