using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Messages;

namespace VirtualOffice.Sdk;

/// <summary>Mounts the place where voice messages are heard by a link.</summary>
public static class MessageRecordingsEndpointExtensions
{
    /// <summary>
    /// Mounts the place that links in messages lead to (<c>Office:RecordingUrl</c> is its address from outside): whoever has a link that works hears that voice message, and nothing else;
    /// each time is written to the audit. Nobody has to be signed in. Serve it over HTTPS only: the link is the key.
    /// </summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <returns>The endpoint, to add conventions to, such as a rate limit.</returns>
    public static IEndpointConventionBuilder MapMessageRecordings(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/voice-message")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var services = endpoints.ServiceProvider;
        var audit = new RecordingAudit(
            services.GetRequiredService<IVirtualOffice>(),
            services.GetService<OpenedRecordings>() ?? new OpenedRecordings(services.GetRequiredService<OfficeRuntime>()),
            services.GetRequiredService<ILoggerFactory>().CreateLogger<RecordingAudit>());
        return endpoints.MapGet(pattern, (IVirtualOffice office, HttpContext http) => MessageRecordings.OpenAsync(office, audit, http)).AllowAnonymous().ExcludeFromDescription();
    }
}
