using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>The audit, to be read: by supervisors and admins. Nothing changes it.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", async (IVirtualOffice office, HttpContext http, [AsParameters] AuditRequest request) =>
        {
            var filter = request.ToFilter();
            var page = await office.Audit.ListAsync(filter, http.RequestAborted);
            return Answers.Ok(new AuditPage([.. page.Select(AuditEntryView.Of)], page.Count == filter.Limit ? page[^1].Id.ToString() : null));
        }).Produces<AuditPage>();
}
