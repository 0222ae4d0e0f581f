using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Operators and what they wish to be.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperators(this IEndpointRouteBuilder api)
    {
        api.MapGet("/operators", (IVirtualOffice office) => Answers.Ok(office.Operators.List().Select(OperatorView.Of))).Produces<IEnumerable<OperatorView>>();
        api.MapPost("/operators/{id}/state", (IVirtualOffice office, HttpContext http, string id, Body<PresenceRequest> body) => SetStateAsync(office, http, id, body.Value)).Produces<OperatorView>();
        api.MapPost("/operators/{id}/wrap-up", async (IVirtualOffice office, string id, Body<WrapUpRequest> body, CancellationToken cancellationToken) =>
            Answers.Ok(OperatorView.Of(await office.Operators.ExtendWrapUpAsync(Ids.Operator(id), body.Value.Time, cancellationToken)))).Produces<OperatorView>();
        api.MapDelete("/operators/{id}/wrap-up", async (IVirtualOffice office, string id, CancellationToken cancellationToken) =>
            Answers.Ok(OperatorView.Of(await office.Operators.EndWrapUpAsync(Ids.Operator(id), cancellationToken)))).Produces<OperatorView>();
    }

    /// <summary>Somebody else than the operator changes the operator's state.</summary>
    public static Task<IResult> SetStateAsync(IVirtualOffice office, HttpContext http, string id, PresenceRequest request)
    {
        var op = Ids.Operator(id);
        var presence = request.ToPresence();
        return Audited.RunAsync(http, Audited.Of(http, AuditAct.SetOperatorState) with { Operator = op, Detail = request.Reason is { Length: > 0 } reason ? $"{presence}: {reason}" : $"{presence}" }, async () =>
            Answers.Ok(OperatorView.Of(await office.Operators.SetPresenceAsync(op, presence, request.Reason, http.RequestAborted))));
    }
}
