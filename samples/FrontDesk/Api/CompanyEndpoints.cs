using VirtualOffice.Sdk;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace FrontDesk.Api;

/// <summary>The companies, and what operators are shown of them.</summary>
internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder app)
    {
        var companies = app.MapGroup("/api/v1/companies");
        companies.MapGet("", (IVirtualOffice office, TimeProvider clock) =>
            office.Companies.List().Select(c => new CompanyView(c.Id.Value, c.Name, c.Version, office.Companies.DecideHours(c.Id, clock.GetUtcNow())!.IsOpen)));
        companies.MapGet("/{id}/card", (IVirtualOffice office, TimeProvider clock, string id, DateTimeOffset? at) =>
            CardView.Of(CardOf(office, id, at ?? clock.GetUtcNow())));
        companies.MapGet("/{id}/search", (IVirtualOffice office, TimeProvider clock, string id, string q, DateTimeOffset? at) =>
            CardSearch.Find(CardOf(office, id, at ?? clock.GetUtcNow()), q));
    }

    private static CompanyCard CardOf(IVirtualOffice office, string id, DateTimeOffset at) =>
        office.Companies.CardAt(CompanyId.Parse(id), at) ?? throw new KeyNotFoundException($"There is no company '{id}'.");
}
