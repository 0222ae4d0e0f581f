using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Operators;

namespace FrontDesk.Api;

/// <summary>Operators and what they wish to be.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperators(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/operators", (IVirtualOffice office) => office.Operators.List().Select(OperatorView.Of));
        app.MapPost("/api/v1/operators/{id}/state", SetStateAsync);
        app.MapPost("/api/v1/operators/{id}/wrap-up", async (IVirtualOffice office, string id, WrapUpRequest request, CancellationToken cancellationToken) =>
            OperatorView.Of(await office.Operators.ExtendWrapUpAsync(Parse(id), request.Time, cancellationToken)));
        app.MapDelete("/api/v1/operators/{id}/wrap-up", async (IVirtualOffice office, string id, CancellationToken cancellationToken) =>
            OperatorView.Of(await office.Operators.EndWrapUpAsync(Parse(id), cancellationToken)));
    }

    private static async Task<IResult> SetStateAsync(IVirtualOffice office, string id, PresenceRequest request, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<OperatorPresence>(request.State, out var presence) || !Enum.IsDefined(presence) || char.IsAsciiDigit(request.State![0]))
        {
            throw new BadHttpRequestException($"'state' is '{request.State}'; allowed are {string.Join(", ", Enum.GetNames<OperatorPresence>())}.");
        }

        return Results.Ok(OperatorView.Of(await office.Operators.SetPresenceAsync(Parse(id), presence, request.Reason, cancellationToken)));
    }

    private static OperatorId Parse(string id) => OperatorId.TryParse(id, out var op) ? op : throw new KeyNotFoundException($"There is no operator '{id}'.");
}
