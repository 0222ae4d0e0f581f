using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Supervision;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>What a supervisor does with others' calls: gives them to an operator, takes them over, listens in; and which companies operators serve. Everything is written to the audit.</summary>
internal static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder board)
    {
        board.MapPost("/calls/{id}/offer", OfferAsync);
        board.MapPost("/calls/{id}/take-over", TakeOverAsync);
        board.MapPut("/operators/{id}/companies", AssignAsync).Produces<OperatorView>();
        board.MapPost("/calls/{id}/listen", ListenAs(ListeningMode.Listen)).RequireAuthorization(VirtualOfficePolicies.Listen).Produces<BoardListenerView>();
        board.MapPost("/calls/{id}/whisper", ListenAs(ListeningMode.Whisper)).RequireAuthorization(VirtualOfficePolicies.Whisper).Produces<BoardListenerView>();
        board.MapPost("/calls/{id}/barge", ListenAs(ListeningMode.Barge)).RequireAuthorization(VirtualOfficePolicies.Barge).Produces<BoardListenerView>();
        board.MapDelete("/listening", Stop);
        board.MapPost("/calls/{id}/message", TakeMessageAsync).Produces<MessageView>(StatusCodes.Status201Created);
    }

    private static Task<IResult> OfferAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, string id, Body<OfferToRequest> body) =>
        OfferToAsync(office, identity, http, AuditAct.OfferCall, id, () => Ids.Operator(body.Value.Operator ?? throw new BadHttpRequestException("'operator' must be the id of an operator.")));

    /// <summary>The supervisor's own phone rings for the call.</summary>
    private static Task<IResult> TakeOverAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, string id) =>
        OfferToAsync(office, identity, http, AuditAct.TakeOver, id, () => PhoneOf(identity, http));

    private static Task<IResult> OfferToAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, AuditAct act, string id, Func<OperatorId> whom)
    {
        var call = Ids.Call(id);
        var op = whom();
        return Audited.RunAsync(http, Audited.Of(http, act) with { Call = call, Operator = op }, async () =>
        {
            await office.Calls.OfferToAsync(call, op, identity.Require(http.User).Name, CommandKey.Of(http.Request), http.RequestAborted);
            return Results.Accepted();
        });
    }

    private static Task<IResult> AssignAsync(IVirtualOffice office, HttpContext http, string id, Body<AssignRequest> body)
    {
        var op = Ids.Operator(id);
        var wanted = body.Value.Companies ?? throw new BadHttpRequestException("'companies' must be a list of companies' ids.");
        return Audited.RunAsync(http, Audited.Of(http, AuditAct.AssignCompanies) with { Operator = op, Detail = $"serves: {string.Join(", ", wanted)}" }, () => ServeAsync(office, http, op, wanted));
    }

    private static async Task<IResult> ServeAsync(IVirtualOffice office, HttpContext http, OperatorId op, IReadOnlyList<string> wanted)
    {
        try
        {
            return Answers.Ok(OperatorView.Of(await office.Operators.AssignAsync(op, [.. wanted.Select(CompanyId.Parse)], http.RequestAborted)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new CallCommandException(CallCommandError.Invalid, e is ArgumentException { ParamName: { } name } ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message);
        }
    }

    private static Func<IVirtualOffice, DeskIdentity, HttpContext, string, Task<IResult>> ListenAs(ListeningMode mode) => (office, identity, http, id) =>
    {
        var call = Ids.Call(id);
        var act = mode switch { ListeningMode.Whisper => AuditAct.Whisper, ListeningMode.Barge => AuditAct.Barge, _ => AuditAct.Listen };
        return Audited.RunAsync(http, Audited.Of(http, act) with { Call = call }, async () =>
            Answers.Ok(BoardListenerView.Of(await office.Supervision.ListenAsync(call, PhoneOf(identity, http), mode, identity.Require(http.User).Name, http.RequestAborted))));
    };

    /// <summary>What an operator left unwritten.</summary>
    private static Task<IResult> TakeMessageAsync(IVirtualOffice office, HttpContext http, string id, Body<MessageRequest> body)
    {
        var call = Ids.Call(id);
        return Audited.RunAsync(http, Audited.Of(http, AuditAct.TakeMessage) with { Call = call }, async () =>
        {
            var message = await office.Calls.TakeMessageAsync(call, body.Value.ToDraft(), CommandKey.Of(http.Request), http.RequestAborted);
            return Answers.Created(http, $"{ApiRoot.Of(http)}/board/calls/{id}", MessageView.Of(message, null, await office.DeliveriesOrNoneAsync(message.Call, http.RequestAborted), "/board"));
        });
    }

    private static IResult Stop(IVirtualOffice office, DeskIdentity identity, HttpContext http)
    {
        office.Supervision.Stop(PhoneOf(identity, http));
        return Results.NoContent();
    }

    private static OperatorId PhoneOf(DeskIdentity identity, HttpContext http) => identity.Require(http.User).Operator
        ?? throw new CallCommandException(CallCommandError.Invalid, "You have no phone in the office: your sign-in names no operator.");
}
