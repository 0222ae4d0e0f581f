using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Deliveries of messages: the work list of those given up, and trying them again.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/deliveries", ListAsync).Produces<DeliveryPage>();
        api.MapPost("/deliveries/{message}/{number:int}/retry", RetryAsync);
    }

    private static async Task<IResult> ListAsync(
        IVirtualOffice office, CancellationToken cancellationToken, string? state = null, string? after = null, int limit = 50, bool escalated = false)
    {
        DeliveryState? only = state is null ? null : Enum.TryParse<DeliveryState>(state, out var parsed)
            ? parsed
            : throw new BadHttpRequestException($"'state' is '{state}'; allowed are {string.Join(", ", Enum.GetNames<DeliveryState>())}.");
        var filter = new DeliveryFilter(TenantScope.Office, only, after is null ? null : Ids.Delivery(after), limit, escalated);
        var page = await office.Messages.ListAsync(filter, cancellationToken);
        return Answers.Ok(new DeliveryPage([.. page.Select(DeliveryItem.Of)], page.Count == limit ? page[^1].Id.ToString() : null));
    }

    private static async Task<IResult> RetryAsync(IVirtualOffice office, string message, int number, CancellationToken cancellationToken) =>
        await office.Messages.RetryAsync(Ids.Delivery($"{message}.{number}"), cancellationToken)
            ? Results.Accepted()
            : DeskProblems.Of(StatusCodes.Status409Conflict, "Conflict", "There is no such delivery, or it is being attempted anyway.");
}
