using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Lets requests that change something pass only with the token that the desk's own page was given.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
        {
            return DeskProblems.Of(StatusCodes.Status400BadRequest, "Antiforgery", "The request carries no valid token of this page; load it anew.");
        }

        return await next(context);
    }
}
