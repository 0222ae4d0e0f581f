using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>Whether a host may let somebody in without a secret, to look at the desk while developing.</summary>
public static class DevelopmentSignIn
{
    /// <summary>True only in the environment Development, for a program of this machine: over a loopback address that no proxy forwarded and no page of another site used.</summary>
    public static bool IsAllowed(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment() && LoopbackFilter.IsLocal(context);
    }
}
