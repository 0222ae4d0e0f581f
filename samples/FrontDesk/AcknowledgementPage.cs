using System.Text.Encodings.Web;
using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Messages;

namespace FrontDesk;

/// <summary>Acknowledging messages: by the link in an e-mail or a text.</summary>
internal static class AcknowledgementPage
{
    public static void MapAcknowledgementPage(this IEndpointRouteBuilder app)
    {
        // Mail filters follow links: the link itself shows a button, and only that acknowledges.
        app.MapGet("/acknowledge", (string token) => Page(
            $"""<form method="post" action="/acknowledge?token={UrlEncoder.Default.Encode(token)}"><button>I see to this message</button></form>"""));
        app.MapPost("/acknowledge", ByLinkAsync);
    }

    private static async Task<IResult> ByLinkAsync(IVirtualOffice office, string token, CancellationToken cancellationToken) =>
        await office.Messages.AcknowledgeAsync(token, cancellationToken) is not { } acknowledgement ? Results.Problem("This link is not, or no longer, valid.", statusCode: StatusCodes.Status404NotFound)
            : acknowledgement.Method == AcknowledgementMethod.Correction ? Page("<p>This message has been corrected since. Please see to the newer one.</p>")
            : Page($"<p>Thank you. {HtmlEncoder.Default.Encode(acknowledgement.Who)} sees to it since {acknowledgement.At:u}.</p>");

    private static IResult Page(string body) => Results.Content(
        $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Message</title></head><body>{body}</body></html>""", "text/html; charset=utf-8");
}
