using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Editing;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Messages;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.AspNetCore.Playback;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Statistics;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>A client company's own corner. Every question is asked within the person's own company, which comes from the sign-in and never from the request.</summary>
internal static class CornerEndpoints
{
    public static void MapCorner(this IEndpointRouteBuilder api)
    {
        var corner = api.MapGroup("/company").RequireAuthorization(VirtualOfficePolicies.Client).WithTags("Client");
        corner.MapGet("/", Card).Produces<CornerView>();
        corner.MapGet("/card", (IVirtualOffice office, DeskIdentity identity, OfficeRuntime runtime, HttpContext http) =>
            Answers.Ok(CardView.Of(office.Companies.CardAt(CompanyOf(identity, http), runtime.Clock.GetUtcNow()) ?? throw new KeyNotFoundException("There is no such company any more.")))).Produces<CardView>();
        corner.MapGet("/explain", ExplainAsync).Produces<ExplanationView>();
        corner.MapGet("/calls", SearchAsync).Produces<FoundCallsView>();
        corner.MapGet("/calls/{id}", FindAsync).Produces<FoundCallView>();
        corner.MapGet("/calls/{id}/recording", RecordingAsync);
        corner.MapGet("/calls/{id}/messages/{message}/recording", MessageRecordingAsync);
        corner.MapWaveforms(http => ScopeOf(http.RequestServices.GetRequiredService<DeskIdentity>(), http));
        corner.MapMessageLog(http => ScopeOf(http.RequestServices.GetRequiredService<DeskIdentity>(), http));
        corner.MapGet("/events", (DeskIdentity identity, HttpContext http, string? after) => EventStream.Open(http, ScopeOf(identity, http), after));
        corner.MapQuestions();
        corner.MapCornerStatistics();
        corner.MapGet("/messages", MessagesAsync).Produces<CornerMessagesView>();
        corner.MapPost("/calls/{id}/messages/{message}/acknowledge", AcknowledgeAsync).Produces<AcknowledgementView>();
        corner.MapEditing(http => CompanyOf(http.RequestServices.GetRequiredService<DeskIdentity>(), http), isClient: true);
    }

    private static IResult Card(IVirtualOffice office, DeskIdentity identity, OfficeRuntime runtime, HttpContext http)
    {
        var company = CompanyOf(identity, http);
        return office.Companies.Find(company) is { } definition
            ? Answers.Ok(CornerView.Of(definition, office.Companies.DecideHours(company, runtime.Clock.GetUtcNow())))
            : throw new KeyNotFoundException($"There is no company '{company}' any more.");
    }

    private static async Task<IResult> ExplainAsync(IVirtualOffice office, DeskIdentity identity, HttpContext http, DateTimeOffset at, string? caller = null) =>
        await office.Calls.ExplainAtAsync(CompanyOf(identity, http), at, Telephony.CallerId.Clean(caller, null), http.RequestAborted) is { } explanation
            ? Answers.Ok(new ExplanationView(explanation.At, explanation.Hours.IsOpen, [.. explanation.Lines()]))
            : throw new KeyNotFoundException("There is no such company any more.");

    private static async Task<IResult> SearchAsync(CallSearch search, DeskIdentity identity, HttpContext http, [AsParameters] CallSearchRequest request) =>
        Answers.Ok(await search.ListAsync(request.ToFilter(ScopeOf(identity, http)), http.RequestAborted));

    private static async Task<IResult> FindAsync(CallSearch search, DeskIdentity identity, HttpContext http, string id) =>
        Answers.Ok(await search.FindAsync(ScopeOf(identity, http), Ids.Call(id), "/company", http.RequestAborted));

    private static Task<IResult> RecordingAsync(CallSearch search, IVirtualOffice office, DeskIdentity identity, HttpContext http, string id) =>
        Audited.OpenAsync(http, Ids.Call(id), null, CompanyOf(identity, http), async () =>
            await Wav.OfCallAsync(office, await search.RequireAsync(ScopeOf(identity, http), Ids.Call(id), http.RequestAborted), http.RequestAborted));

    private static Task<IResult> MessageRecordingAsync(CallSearch search, IVirtualOffice office, DeskIdentity identity, HttpContext http, string id, string message) =>
        Audited.OpenAsync(http, Ids.Call(id), message, CompanyOf(identity, http), async () =>
            await Wav.OfMessageAsync(office, await search.RequireAsync(ScopeOf(identity, http), Ids.Call(id), http.RequestAborted), message, http.RequestAborted));

    private static async Task<IResult> MessagesAsync(IVirtualOffice office, ICallIndex index, DeskIdentity identity, HttpContext http, string? before = null) =>
        Answers.Ok(await CornerMessagesView.ReadAsync(office, index, ScopeOf(identity, http), before is { Length: > 0 } ? Ids.Call(before) : null, http.RequestAborted));

    private static async Task<IResult> AcknowledgeAsync(CallSearch search, IVirtualOffice office, DeskIdentity identity, HttpContext http, string id, string message)
    {
        var record = await search.RequireAsync(ScopeOf(identity, http), Ids.Call(id), http.RequestAborted);
        MessageAcknowledgement? acknowledgement = record.Messages.FirstOrDefault(m => m.Id.ToString() == message) is { } found
            ? await office.Messages.AcknowledgeAsync(found.Id, identity.Require(http.User).Name, http.RequestAborted)
            : null;
        return MessageEndpoints.Answer(acknowledgement);
    }

    private static CompanyId CompanyOf(DeskIdentity identity, HttpContext http) => identity.Require(http.User).Company!.Value;

    private static TenantScope ScopeOf(DeskIdentity identity, HttpContext http) => TenantScope.Of(CompanyOf(identity, http));
}
