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
    }

    private static async Task<IResult> SetStateAsync(IVirtualOffice office, string id, PresenceRequest request, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<OperatorPresence>(request.State, out var presence) || !Enum.IsDefined(presence) || char.IsAsciiDigit(request.State![0]))
        {
            throw new BadHttpRequestException($"'state' is '{request.State}'; allowed are {string.Join(", ", Enum.GetNames<OperatorPresence>())}.");
        }

        if (!OperatorId.TryParse(id, out var op))
        {
            throw new KeyNotFoundException($"There is no operator '{id}'.");
        }

        return Results.Ok(OperatorView.Of(await office.Operators.SetPresenceAsync(op, presence, request.Reason, cancellationToken)));
    }
}
