using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Tells who somebody is at the desk.</summary>
internal sealed class DeskIdentity(IOptions<OperatorDeskOptions> options)
{
    private const int MaxName = 64;

    /// <summary>Null for somebody who is nobody at the desk.</summary>
    public DeskUser? Identify(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true })
        {
            return null;
        }

        var user = options.Value.Identify is { } identify ? identify(principal) : FromClaims(principal);
        return user is null || user.Name.Length is 0 or > MaxName ? null : user;
    }

    /// <exception cref="InvalidOperationException">The endpoint lets anybody in, which is a mistake of this package.</exception>
    public DeskUser Require(ClaimsPrincipal principal) =>
        Identify(principal) ?? throw new InvalidOperationException("This endpoint needs a person with a role.");

    private static DeskUser FromClaims(ClaimsPrincipal principal)
    {
        var roles = Read<DeskRole>(principal, VirtualOfficeClaims.Role);
        return new DeskUser(principal.Identity!.Name ?? "", roles)
        {
            Rights = Read<DeskRight>(principal, VirtualOfficeClaims.Right),
            Operator = OperatorId.TryParse(principal.FindFirstValue(VirtualOfficeClaims.Operator), out var op) ? op : null,
            Company = CompanyId.TryParse(principal.FindFirstValue(VirtualOfficeClaims.Company), out var company) ? company : null,
        };
    }

    private static HashSet<T> Read<T>(ClaimsPrincipal principal, string claim)
        where T : struct, Enum =>
        [
            .. principal.FindAll(claim)
                .Select(c => Enum.TryParse<T>(c.Value, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(c.Value[0]) ? value : (T?)null)
                .OfType<T>(),
        ];
}
