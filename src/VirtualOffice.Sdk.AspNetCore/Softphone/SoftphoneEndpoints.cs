using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Softphone;

/// <summary>The account of the operator's own phone, for the operator alone.</summary>
internal static class SoftphoneEndpoints
{
    public static void MapSoftphone(this IEndpointRouteBuilder desk) => desk.MapGet("/softphone", Account).Produces<SoftphoneView>().Produces(StatusCodes.Status204NoContent);

    /// <summary>204 where the operator's phone is not the browser.</summary>
    private static IResult Account(IOptions<OperatorDeskOptions> options, DeskIdentity identity, IVirtualOffice office, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var id = identity.Require(http.User).Operator!.Value;
        var op = office.Operators.Find(id)?.Definition ?? throw new KeyNotFoundException($"There is no operator '{id}' in this office.");
        return options.Value.Softphone is { Server: { } server } softphone && softphone.Account(op) is { } account
            ? Answers.Ok(new SoftphoneView(
                server.ToString(), softphone.Domain ?? server.Host, account.User, account.Password, op.Name, softphone.EchoTest, [.. softphone.IceServers.Select(i => i.ToString())]))
            : Results.NoContent();
    }
}
