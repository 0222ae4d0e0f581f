using System.Globalization;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace FrontDesk.Api;

/// <summary>Deliveries of messages: the work list of those given up, and trying them again.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/deliveries", ListAsync);
        app.MapPost("/api/v1/deliveries/{message}/{number:int}/retry", RetryAsync);
    }

    private static async Task<IResult> ListAsync(
        IVirtualOffice office, CancellationToken cancellationToken, string? state = null, string? after = null, int limit = 50, bool escalated = false)
    {
        DeliveryState? only = state is null ? null : Enum.TryParse<DeliveryState>(state, out var parsed)
            ? parsed
            : throw new BadHttpRequestException($"'state' is '{state}'; allowed are {string.Join(", ", Enum.GetNames<DeliveryState>())}.");
        var filter = new DeliveryFilter(TenantScope.Office, only, after is null ? null : Parse(after), limit, escalated);
        var page = await office.Messages.ListAsync(filter, cancellationToken);
        return Results.Ok(new DeliveryPage([.. page.Select(DeliveryItem.Of)], page.Count == limit ? page[^1].Id.ToString() : null));
    }

    private static async Task<IResult> RetryAsync(IVirtualOffice office, string message, int number, CancellationToken cancellationToken) =>
        await office.Messages.RetryAsync(Parse($"{message}.{number}"), cancellationToken)
            ? Results.Accepted()
            : Results.Problem("There is no such delivery, or it is being attempted anyway.", statusCode: StatusCodes.Status409Conflict);

    private static DeliveryId Parse(string text) => text.Split('.') is [var message, var number] && MessageId.TryParse(message, out var id) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
        ? new DeliveryId(id, n)
        : throw new BadHttpRequestException($"'{text}' is not a delivery; allowed is a message's id, a full stop and a number.");
}
