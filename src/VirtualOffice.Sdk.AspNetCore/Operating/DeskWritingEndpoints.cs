using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What an operator writes: the draft that is kept while it is typed, and the message it becomes.</summary>
internal static class DeskWritingEndpoints
{
    private const int MaxFields = 50;

    public static void MapDeskWriting(this IEndpointRouteBuilder call)
    {
        call.MapPut("/draft", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<Dictionary<string, string>> body) =>
            commands.KeepAsync(http, id, (record, key) => office.Calls.SaveDraftAsync(record.Id, Checked(record, body.Value), key, http.RequestAborted)));
        call.MapPost("/message", (DeskCommands commands, IVirtualOffice office, HttpContext http, string id, Body<MessageRequest> body) =>
            commands.NoteAsync(http, id, (_, call, key) => office.Calls.TakeMessageAsync(call, body.Value.ToDraft(), key, http.RequestAborted))).Produces<DeskSnapshotView>();
        call.MapPost("/message/preview", PreviewAsync).Produces<DeskPreviewView>();
    }

    private static IReadOnlyList<MessageField> Checked(CallRecord record, Dictionary<string, string> fields) => record.Draft.Keys.Union(fields.Keys, StringComparer.Ordinal).Count() > MaxFields
        ? throw new BadHttpRequestException($"A draft has at most {MaxFields} fields.")
        : [.. fields.Select(f => new MessageField(f.Key, f.Value))];

    private static async Task<IResult> PreviewAsync(
        DeskCommands commands, DeskIdentity identity, IVirtualOffice office, IEnumerable<INotificationChannel> channels, HttpContext http, string id, Body<MessageRequest> body)
    {
        var record = await commands.RequireOwnAsync(identity.Require(http.User).Operator!.Value, Ids.Call(id), http.RequestAborted);
        var preview = await office.Calls.PreviewMessageAsync(record.Id, body.Value.ToDraft(), http.RequestAborted);
        return Answers.Ok(DeskPreviewView.Of(preview, channels));
    }
}
