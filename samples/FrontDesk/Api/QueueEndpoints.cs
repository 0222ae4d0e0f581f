using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Calls;

namespace FrontDesk.Api;

/// <summary>The companies' queues, and why a call is offered to whom.</summary>
internal static class QueueEndpoints
{
    public static void MapQueues(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/queues", async (IVirtualOffice office, CancellationToken cancellationToken) =>
            (await office.Queues.ListAsync(cancellationToken)).Select(QueueView.Of));
        app.MapGet("/api/v1/calls/{id}/routing", ExplainAsync);
    }

    private static async Task<IResult> ExplainAsync(IVirtualOffice office, string id, CancellationToken cancellationToken)
    {
        var call = CallId.Parse(id);
        return await office.Queues.ExplainAsync(call, cancellationToken) is { } explanation
            ? Results.Ok(RoutingView.Of(explanation, await office.Queues.ForecastAsync(call, cancellationToken)))
            : Results.Problem("This call neither waits nor is offered.", statusCode: StatusCodes.Status404NotFound);
    }
}
