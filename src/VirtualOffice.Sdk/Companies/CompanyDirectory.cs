using System.Collections.Concurrent;
using System.Collections.Frozen;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>The companies in force, frozen for look-up.</summary>
internal sealed class CompanyDirectory : ICompanies
{
    private FrozenDictionary<CompanyId, CompanyDefinition> _byId = FrozenDictionary<CompanyId, CompanyDefinition>.Empty;
    private FrozenDictionary<string, CompanyDefinition> _byDigits = FrozenDictionary<string, CompanyDefinition>.Empty;
    private readonly ConcurrentDictionary<(CompanyId Id, string Version), CompanyDefinition> _versions = new();
    private IReadOnlyList<CompanyDefinition> _list = [];

    public void Replace(IReadOnlyList<CompanyDefinition> companies)
    {
        var byDigits = new Dictionary<string, CompanyDefinition>(StringComparer.Ordinal);
        foreach (var company in companies)
        {
            foreach (var number in company.Numbers)
            {
                if (!byDigits.TryAdd(number.Digits, company))
                {
                    throw new VirtualOfficeException($"The number {number} belongs to both '{byDigits[number.Digits].Id}' and '{company.Id}'; a number belongs to one company.");
                }
            }
        }

        foreach (var company in companies)
        {
            Remember(company);
        }

        _byId = companies.ToFrozenDictionary(c => c.Id);
        _byDigits = byDigits.ToFrozenDictionary(StringComparer.Ordinal);
        _list = [.. companies.OrderBy(c => c.Id)];
    }

    public IReadOnlyList<CompanyDefinition> List() => _list;

    /// <summary>Keeps a version that calls were taken with, though another is in force.</summary>
    public void Remember(CompanyDefinition definition) => _versions[(definition.Id, definition.Version)] = definition;

    /// <summary>A company in the version a call was taken with; in the one in force when that is not known.</summary>
    public CompanyDefinition? Find(CompanyId id, string? version) =>
        version is not null && _versions.TryGetValue((id, version), out var definition) ? definition : Find(id);

    public CompanyDefinition? Find(CompanyId id) => _byId.GetValueOrDefault(id);

    public OpeningDecision? DecideHours(CompanyId id, DateTimeOffset instant) => Find(id) is { } company ? OpeningHours.DecideAt(company, instant) : null;

    public CompanyCard? CardAt(CompanyId id, DateTimeOffset instant) => Find(id) is { } company ? CardAssembly.At(company, instant) : null;

    public CompanyCard CardAt(CompanyDefinition definition, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return CardAssembly.At(definition, instant);
    }

    public CompanyDefinition? FindByDialledNumber(string dialled) =>
        PhoneNumber.TryParseSignalled(dialled, out var number) ? _byDigits.GetValueOrDefault(number.Digits) : null;
}
