using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Messages;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Messages acknowledged by an operator, and what became of them.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        api.MapPost("/messages/{message}/acknowledge", AcknowledgeAsync).Produces<AcknowledgementView>();
        api.MapGet("/messages/{message}/acknowledgement", FindAsync).Produces<AcknowledgementView>();
        api.MapGet("/messages/{message}/log", async (IVirtualOffice office, string message, CancellationToken cancellationToken) => await office.Messages.ReadLogAsync(Ids.Message(message), cancellationToken) is { Count: > 0 } log
            ? Answers.Ok(MessageLogView.Of(log, isOffice: true))
            : DeskProblems.Of(StatusCodes.Status404NotFound, "Unknown", "There is no such message.")).Produces<MessageLogView>();
    }

    public static IResult Answer(MessageAcknowledgement? acknowledgement) => acknowledgement is null
        ? DeskProblems.Of(StatusCodes.Status404NotFound, "Unknown", "There is no such message, or nobody has acknowledged it.")
        : Answers.Ok(new AcknowledgementView(acknowledgement.Message.ToString(), acknowledgement.At, acknowledgement.Who, acknowledgement.Method));

    private static async Task<IResult> AcknowledgeAsync(IVirtualOffice office, string message, Body<AcknowledgeRequest> body, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(body.Value.Who) || body.Value.Who.Length > 100
            ? throw new BadHttpRequestException("'who' must say in 1 to 100 characters who has seen to the message.")
            : Answer(await office.Messages.AcknowledgeAsync(Ids.Message(message), body.Value.Who, cancellationToken));

    private static async Task<IResult> FindAsync(IVirtualOffice office, string message, CancellationToken cancellationToken) =>
        Answer(await office.Messages.FindAcknowledgementAsync(Ids.Message(message), cancellationToken));
}
