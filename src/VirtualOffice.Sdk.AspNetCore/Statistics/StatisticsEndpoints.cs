using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Statistics.Reports;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>The charts of the day, and reports of any time: the office's or a company's for a supervisor, its own for a client.</summary>
internal static class StatisticsEndpoints
{
    public static void MapBoardStatistics(this IEndpointRouteBuilder board)
    {
        board.MapReports();
        board.MapGet("/statistics", async (DayStatistics statistics, IVirtualOffice office, HttpContext http, [AsParameters] StatisticsRequest request, string? company = null) =>
            Answers.Ok(await statistics.CountAsync(CompanyOf(office, company), request, http.RequestAborted))).Produces<StatisticsView>();
    }

    /// <summary>Reports of any time, for who may see every company.</summary>
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var services = api.ServiceProvider;

        // The REST interface is mounted without the desk, too.
        var reports = new Lazy<ServiceReports>(() => services.GetService<ServiceReports>()
            ?? new ServiceReports(services.GetRequiredService<IVirtualOffice>(), services.GetRequiredService<ICallIndex>(), services.GetRequiredService<OfficeRuntime>()));
        api.MapGet("/reports/service", async (HttpContext http, [AsParameters] ReportRequest request, string? company = null) =>
            Answers.Ok(await reports.Value.ReadAsync(ScopeOf(company), request, http.RequestAborted))).Produces<ReportView>();
    }

    public static void MapCornerStatistics(this IEndpointRouteBuilder corner)
    {
        corner.MapGet("/reports/service", async (ServiceReports reports, DeskIdentity identity, HttpContext http, [AsParameters] ReportRequest request) =>
            Answers.Ok(await reports.ReadAsync(TenantScope.Of(identity.Require(http.User).Company!.Value), request, http.RequestAborted))).Produces<ReportView>();
        corner.MapGet("/statistics", async (DayStatistics statistics, DeskIdentity identity, HttpContext http, [AsParameters] StatisticsRequest request) =>
            Answers.Ok(await statistics.CountAsync(identity.Require(http.User).Company!.Value, request, http.RequestAborted))).Produces<StatisticsView>();
    }

    /// <summary>A company that is served no more has had calls, too.</summary>
    private static TenantScope ScopeOf(string? company) => company is not { Length: > 0 }
        ? TenantScope.Office
        : TenantScope.Of(CompanyId.TryParse(company, out var id) ? id : throw new BadHttpRequestException($"'company' is '{company}'; allowed is a company's id."));

    private static CompanyId? CompanyOf(IVirtualOffice office, string? company)
    {
        if (string.IsNullOrEmpty(company))
        {
            return null;
        }

        return CompanyId.TryParse(company, out var id) && office.Companies.Find(id) is not null ? id : throw new KeyNotFoundException($"There is no company '{company}'.");
    }
}
