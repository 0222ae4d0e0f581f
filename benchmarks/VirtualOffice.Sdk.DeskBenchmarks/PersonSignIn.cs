using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>Signs in whom a header or a cookie names, as an operator or a supervisor; this process listens on loopback alone.</summary>
internal sealed class PersonSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bench-Person";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var person = Request.Headers[Name].ToString() is { Length: > 0 } header ? header : Request.Cookies[Name] ?? "";
        if (person.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var claims = person == "supervisor"
            ? new[] { new Claim(ClaimTypes.Name, person), new Claim(VirtualOfficeClaims.Role, "supervisor") }
            : [new Claim(ClaimTypes.Name, person), new Claim(VirtualOfficeClaims.Role, "operator"), new Claim(VirtualOfficeClaims.Operator, person)];
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)));
    }
}
