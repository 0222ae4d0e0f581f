using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Assets;

/// <summary>One of the page's own files.</summary>
internal sealed record DeskFile(string ContentType, byte[] Bytes, EntityTagHeaderValue Tag, Uri? Phones)
{
    public IResult Answer(HttpContext context)
    {
        SecurityHeaders.Set(context.Response.Headers, Phones);

        // Asked for anew each time, and answered with 304 when it is the same: a new version of the host is a new page.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Bytes, ContentType, entityTag: Tag);
    }
}
