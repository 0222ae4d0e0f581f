using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A company by name and colour.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hue">Its colour, 0 to 11: always the same for the same id.</param>
internal sealed record CompanyBadge(string Id, string Name, int Hue)
{
    private const int Hues = 12;

    public static CompanyBadge Of(CompanyDefinition company) => new(company.Id.Value, company.Name, HueOf(company.Id));

    public static CompanyBadge Of(CompanyId id, CompanyDefinition? company) => new(id.Value, company?.Name ?? id.Value, HueOf(id));

    // Of the characters and not of the hash code, which differs from process to process.
    private static int HueOf(CompanyId id) => id.Value.Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFFFF) % Hues;
}
