using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Hosting;

/// <summary>Who the person at the browser is, and the token without which nothing is changed.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder api) =>
        api.MapGet("/me", Me).RequireAuthorization(VirtualOfficePolicies.Anybody).WithTags("Anybody").Produces<MeView>();

    private static IResult Me(DeskIdentity identity, IAntiforgery antiforgery, IOptions<OperatorDeskOptions> options, IVirtualOffice office, HttpContext http)
    {
        var user = identity.Require(http.User);
        var tokens = antiforgery.GetAndStoreTokens(http);
        return Answers.Ok(new MeView(
            user.Name,
            [.. Enum.GetValues<DeskRole>().Where(user.Is)],
            [.. Enum.GetValues<DeskRight>().Where(user.May)],
            user.Operator?.Value,
            user.Company?.Value,
            user.Company is { } company ? office.Companies.Find(company)?.Name : null,
            tokens.HeaderName ?? "RequestVerificationToken",
            tokens.RequestToken ?? "",
            options.Value.SignOutPath));
    }
}
