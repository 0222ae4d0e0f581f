using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What an operator does with the call at the desk.</summary>
internal static class DeskCallEndpoints
{
    private const int HistoryLength = 10;

    public static void MapDeskCalls(this IEndpointRouteBuilder desk)
    {
        var call = desk.MapGroup("/calls/{id}");
        call.MapPost("/accept", (DeskCommands commands, IEnumerable<IOperatorPhones> phones, IVirtualOffice office, HttpContext http, string id) =>
            commands.RunAsync(http, id, (op, call, _) => AcceptAsync(office, phones, op, call, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/decline", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id) =>
            commands.RunAsync(http, id, (op, call, _) => office.Calls.DeclineOfferAsync(call, op, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/hang-up", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id) =>
            commands.RunAsync(http, id, (_, call, _) => office.Calls.HangUpAsync(call, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/transfer", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<Api.TransferRequest> body) =>
            commands.RunAsync(http, id, (_, call, key) => office.Calls.TransferAsync(call, body.Value.ToRequest(), key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/transfer/consult", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<ConsultRequest> body) =>
            commands.RunAsync(http, id, (_, call, key) => office.Calls.ConsultAsync(call, Ids.Choice<ConsultWith>("with", body.Value.With), key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/transfer/complete", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id) =>
            commands.RunAsync(http, id, (_, call, key) => office.Calls.CompleteTransferAsync(call, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/transfer/take-back", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id) =>
            commands.RunAsync(http, id, (_, call, key) => office.Calls.TakeBackAsync(call, key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapDeskLine();
        call.MapDeskScript();
        call.MapDeskWriting();
        call.MapDeskPanels();
        call.MapGet("/card", CardAsync).Produces<CardView>();
        call.MapGet("/history", HistoryAsync).Produces<IReadOnlyList<DeskHistoryItem>>();
    }

    private static async Task AcceptAsync(IVirtualOffice office, IEnumerable<IOperatorPhones> phones, OperatorId op, CallId id, CancellationToken cancellationToken)
    {
        var record = await office.Calls.FindAsync(id, cancellationToken);
        if (record?.OpenOffers.FirstOrDefault(o => o.Operator == op) is { } offer)
        {
            foreach (var phone in phones.Where(p => p.CanAnswer(offer.Leg)))
            {
                if (await phone.AnswerAsync(offer.Leg, cancellationToken))
                {
                    return;
                }
            }
        }

        throw new CallCommandException(CallCommandError.WrongStage, "The phone does not ring any more, or has to be picked up by hand.");
    }

    /// <summary>The company's card now, of the version that the call keeps.</summary>
    private static async Task<IResult> CardAsync(
        DeskCommands commands, DeskIdentity identity, CallCompanies companies, IVirtualOffice office, OfficeRuntime runtime, HttpContext http, string id)
    {
        var call = await commands.RequireOwnAsync(identity.Require(http.User).Operator!.Value, Ids.Call(id), http.RequestAborted);
        return await companies.FindAsync(call, http.RequestAborted) is { } company
            ? Answers.Ok(CardView.Of(office.Companies.CardAt(company, runtime.Clock.GetUtcNow())))
            : throw new KeyNotFoundException("Nobody knows whose call this is.");
    }

    /// <summary>The caller's earlier calls to the same company.</summary>
    private static async Task<IResult> HistoryAsync(DeskCommands commands, DeskIdentity identity, IVirtualOffice office, IEnumerable<ICallIndex> indexes, HttpContext http, string id)
    {
        var op = identity.Require(http.User).Operator!.Value;
        var call = await commands.RequireOwnAsync(op, Ids.Call(id), http.RequestAborted);
        if (call is not { Company: { } company, Caller.Number: { } number } || indexes.FirstOrDefault() is not { } index)
        {
            return Answers.Ok<IReadOnlyList<DeskHistoryItem>>([]);
        }

        var earlier = await index.ListCallsAsync(new CallFilter(TenantScope.Of(company), call.Id, HistoryLength) { Caller = number }, http.RequestAborted);
        var items = new List<DeskHistoryItem>(earlier.Count);
        foreach (var summary in earlier)
        {
            var record = await office.Calls.FindAsync(summary.Call, http.RequestAborted);
            var deliveries = record is null or { Messages.Count: 0 } ? [] : await office.DeliveriesOrNoneAsync(summary.Call, http.RequestAborted);
            items.Add(DeskHistoryItem.Of(summary, record, deliveries, office));
        }

        // What is still open comes first.
        return Answers.Ok<IReadOnlyList<DeskHistoryItem>>([.. items.OrderByDescending(i => i.IsOpen).ThenByDescending(i => i.At)]);
    }
}
