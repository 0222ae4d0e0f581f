using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Operators and what they wish to be.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperators(this IEndpointRouteBuilder api)
    {
        api.MapGet("/operators", (IVirtualOffice office) => Answers.Ok(office.Operators.List().Select(OperatorView.Of))).Produces<IEnumerable<OperatorView>>();
        api.MapPost("/operators/{id}/state", async (IVirtualOffice office, string id, Body<PresenceRequest> body, CancellationToken cancellationToken) =>
            Answers.Ok(OperatorView.Of(await office.Operators.SetPresenceAsync(Ids.Operator(id), body.Value.ToPresence(), body.Value.Reason, cancellationToken)))).Produces<OperatorView>();
        api.MapPost("/operators/{id}/wrap-up", async (IVirtualOffice office, string id, Body<WrapUpRequest> body, CancellationToken cancellationToken) =>
            Answers.Ok(OperatorView.Of(await office.Operators.ExtendWrapUpAsync(Ids.Operator(id), body.Value.Time, cancellationToken)))).Produces<OperatorView>();
        api.MapDelete("/operators/{id}/wrap-up", async (IVirtualOffice office, string id, CancellationToken cancellationToken) =>
            Answers.Ok(OperatorView.Of(await office.Operators.EndWrapUpAsync(Ids.Operator(id), cancellationToken)))).Produces<OperatorView>();
    }
}
