using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>Signs in whom a header or a cookie names: <c>operator:olga</c>, <c>supervisor</c>, <c>client:fox-travel</c>, <c>admin</c>, <c>nobody</c>;
/// with rights <c>supervisor+listen+barge:rita</c>.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string Name = "Test-Person";

    public static string CookieName => Name;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var person = Request.Headers[Name].ToString() is { Length: > 0 } header ? header : Uri.UnescapeDataString(Request.Cookies[Name] ?? "");
        if (person.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var (role, id) = person.Split(':', 2) is [var first, var second] ? (first, second) : (person, null);
        var rights = role.Split('+')[1..];
        role = role.Split('+')[0];
        var claims = new List<Claim> { new(ClaimTypes.Name, id ?? role) };
        if (role != "nobody")
        {
            claims.Add(new Claim(VirtualOfficeClaims.Role, role));
        }

        claims.AddRange(rights.Select(right => new Claim(VirtualOfficeClaims.Right, right)));
        if (id is not null)
        {
            claims.Add(new Claim(role == "client" ? VirtualOfficeClaims.Company : VirtualOfficeClaims.Operator, id));
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
    }
}
