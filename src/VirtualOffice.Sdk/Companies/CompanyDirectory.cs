using System.Collections.Frozen;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>The companies in force, frozen for look-up.</summary>
internal sealed class CompanyDirectory : ICompanies
{
    private FrozenDictionary<CompanyId, CompanyDefinition> _byId = FrozenDictionary<CompanyId, CompanyDefinition>.Empty;
    private FrozenDictionary<string, CompanyDefinition> _byDigits = FrozenDictionary<string, CompanyDefinition>.Empty;
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

        _byId = companies.ToFrozenDictionary(c => c.Id);
        _byDigits = byDigits.ToFrozenDictionary(StringComparer.Ordinal);
        _list = [.. companies.OrderBy(c => c.Id)];
    }

    public IReadOnlyList<CompanyDefinition> List() => _list;

    public CompanyDefinition? Find(CompanyId id) => _byId.GetValueOrDefault(id);

    public CompanyDefinition? FindByDialledNumber(string dialled) =>
        PhoneNumber.TryParseSignalled(dialled, out var number) ? _byDigits.GetValueOrDefault(number.Digits) : null;
}
