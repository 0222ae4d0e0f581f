using System.Text.Encodings.Web;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Messages;

namespace FrontDesk.Api;

/// <summary>Acknowledging messages: by the link in an e-mail or a text, and by an operator.</summary>
internal static class AcknowledgementEndpoints
{
    public static void MapAcknowledgements(this IEndpointRouteBuilder app)
    {
        // Mail filters follow links: the link itself shows a button, and only that acknowledges.
        app.MapGet("/acknowledge", (string token) => Page(
            $"""<form method="post" action="/acknowledge?token={UrlEncoder.Default.Encode(token)}"><button>I see to this message</button></form>"""));
        app.MapPost("/acknowledge", ByLinkAsync);
        app.MapPost("/api/v1/messages/{message}/acknowledge", ByOperatorAsync);
        app.MapGet("/api/v1/messages/{message}/acknowledgement", FindAsync);
    }

    private static async Task<IResult> ByLinkAsync(IVirtualOffice office, string token, CancellationToken cancellationToken) =>
        await office.Messages.AcknowledgeAsync(token, cancellationToken) is { } acknowledgement
            ? Page($"<p>Thank you. {HtmlEncoder.Default.Encode(acknowledgement.Who)} sees to it since {acknowledgement.At:u}.</p>")
            : Results.Problem("This link is not, or no longer, valid.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> ByOperatorAsync(IVirtualOffice office, string message, AcknowledgeRequest request, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(request.Who) || request.Who.Length > 100
            ? throw new BadHttpRequestException("'who' must say in 1 to 100 characters who has seen to the message.")
            : Answer(await office.Messages.AcknowledgeAsync(Parse(message), request.Who, cancellationToken));

    private static async Task<IResult> FindAsync(IVirtualOffice office, string message, CancellationToken cancellationToken) =>
        Answer(await office.Messages.FindAcknowledgementAsync(Parse(message), cancellationToken));

    private static IResult Answer(MessageAcknowledgement? acknowledgement) => acknowledgement is null
        ? Results.Problem("There is no such message, or nobody has acknowledged it.", statusCode: StatusCodes.Status404NotFound)
        : Results.Ok(new AcknowledgementView(acknowledgement.Message.ToString(), acknowledgement.At, acknowledgement.Who, acknowledgement.Method));

    private static IResult Page(string body) => Results.Content(
        $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Message</title></head><body>{body}</body></html>""", "text/html; charset=utf-8");

    private static MessageId Parse(string text) =>
        MessageId.TryParse(text, out var id) ? id : throw new BadHttpRequestException($"'{text}' is not a message's id; expected a UUID.");
}
