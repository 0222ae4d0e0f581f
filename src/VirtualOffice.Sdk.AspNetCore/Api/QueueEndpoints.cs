using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>The companies' queues, and why a call is offered to whom.</summary>
internal static class QueueEndpoints
{
    public static void MapQueues(this IEndpointRouteBuilder api)
    {
        api.MapGet("/queues", async (IVirtualOffice office, CancellationToken cancellationToken) =>
            Answers.Ok((await office.Queues.ListAsync(cancellationToken)).Select(QueueView.Of))).Produces<IEnumerable<QueueView>>();
        api.MapGet("/calls/{id}/routing", async (IVirtualOffice office, string id, CancellationToken cancellationToken) =>
            await ExplainAsync(office, CallId.Parse(id), cancellationToken)).Produces<RoutingView>();
    }

    public static async Task<IResult> ExplainAsync(IVirtualOffice office, CallId call, CancellationToken cancellationToken) =>
        await office.Queues.ExplainAsync(call, cancellationToken) is { } explanation
            ? Answers.Ok(RoutingView.Of(explanation, await office.Queues.ForecastAsync(call, cancellationToken)))
            : DeskProblems.Of(StatusCodes.Status404NotFound, "Unknown", "This call neither waits nor is offered.");
}
