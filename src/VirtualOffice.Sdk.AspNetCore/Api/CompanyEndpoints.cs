using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Editing;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>The companies, and what operators are shown of them.</summary>
internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder api)
    {
        var companies = api.MapGroup("/companies");
        companies.MapGet("", (IVirtualOffice office, OfficeRuntime runtime) => Answers.Ok(office.Companies.List()
            .Select(c => new CompanyView(c.Id.Value, c.Name, c.Version, office.Companies.DecideHours(c.Id, runtime.Clock.GetUtcNow())!.IsOpen)))).Produces<IEnumerable<CompanyView>>();
        companies.MapGet("/{id}/card", (IVirtualOffice office, OfficeRuntime runtime, string id, DateTimeOffset? at) =>
            Answers.Ok(CardView.Of(CardOf(office, id, at ?? runtime.Clock.GetUtcNow())))).Produces<CardView>();
        companies.MapGet("/{id}/search", (IVirtualOffice office, OfficeRuntime runtime, string id, string q, DateTimeOffset? at) =>
            Answers.Ok(CardSearch.Find(CardOf(office, id, at ?? runtime.Clock.GetUtcNow()), q))).Produces<IEnumerable<CardMatch>>();
        companies.MapGroup("/{id}").MapEditing(EditingEndpoints.OfPath, isClient: false);
    }

    private static CompanyCard CardOf(IVirtualOffice office, string id, DateTimeOffset at) =>
        office.Companies.CardAt(CompanyId.Parse(id), at) ?? throw new KeyNotFoundException($"There is no company '{id}'.");
}
