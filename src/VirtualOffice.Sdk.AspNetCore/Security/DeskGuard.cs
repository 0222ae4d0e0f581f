using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Refuses to mount a desk at which nobody has to sign in.</summary>
internal static class DeskGuard
{
    /// <exception cref="VirtualOfficeException">Nobody would have to sign in.</exception>
    public static void Check(IServiceProvider services)
    {
        var schemes = services.GetService<IAuthenticationSchemeProvider>();
        if (schemes is null || !schemes.GetAllSchemesAsync().GetAwaiter().GetResult().Any())
        {
            throw new VirtualOfficeException(
                "The desk is mounted, but nobody can sign in: add the host's authentication (AddAuthentication().AddCookie(), AddOpenIdConnect() or the like), " +
                "or, to look at the desk in Development on a loopback address, a sign-in that asks DevelopmentSignIn.IsAllowed().");
        }
    }
}
