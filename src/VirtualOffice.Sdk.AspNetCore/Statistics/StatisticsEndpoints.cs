using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>The charts of the day: the office's or a company's for a supervisor, its own for a client.</summary>
internal static class StatisticsEndpoints
{
    public static void MapBoardStatistics(this IEndpointRouteBuilder board) =>
        board.MapGet("/statistics", async (DayStatistics statistics, IVirtualOffice office, HttpContext http, [AsParameters] StatisticsRequest request, string? company = null) =>
            Answers.Ok(await statistics.CountAsync(CompanyOf(office, company), request, http.RequestAborted))).Produces<StatisticsView>();

    public static void MapCornerStatistics(this IEndpointRouteBuilder corner) =>
        corner.MapGet("/statistics", async (DayStatistics statistics, DeskIdentity identity, HttpContext http, [AsParameters] StatisticsRequest request) =>
            Answers.Ok(await statistics.CountAsync(identity.Require(http.User).Company!.Value, request, http.RequestAborted))).Produces<StatisticsView>();

    private static CompanyId? CompanyOf(IVirtualOffice office, string? company)
    {
        if (string.IsNullOrEmpty(company))
        {
            return null;
        }

        return CompanyId.TryParse(company, out var id) && office.Companies.Find(id) is not null ? id : throw new KeyNotFoundException($"There is no company '{company}'.");
    }
}
