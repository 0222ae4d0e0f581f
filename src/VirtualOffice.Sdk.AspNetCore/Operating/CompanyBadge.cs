using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A company by name and colour.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hue">The colour where it has none of its own, 0 to 11: always the same for the same id.</param>
/// <param name="Accent">Its own colour, as <c>#rrggbb</c>; null for none.</param>
internal sealed record CompanyBadge(string Id, string Name, int Hue, string? Accent)
{
    private const int Hues = 12;

    public static CompanyBadge Of(CompanyDefinition company) => Of(company.Id, company);

    public static CompanyBadge Of(CompanyId id, CompanyDefinition? company) => new(id.Value, company?.Name ?? id.Value, HueOf(id), company?.Card.Colours?.Accent);

    // Of the characters and not of the hash code, which differs from process to process.
    private static int HueOf(CompanyId id) => id.Value.Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFFFF) % Hues;
}
