using VirtualOffice.Sdk.Companies.Cards;

namespace VirtualOffice.Sdk.Companies;

/// <summary>The companies in force. Safe for concurrent use.</summary>
public interface ICompanies
{
    /// <summary>All companies, ordered by id.</summary>
    IReadOnlyList<CompanyDefinition> List();

    /// <summary>A company; null when there is none with this id.</summary>
    CompanyDefinition? Find(CompanyId id);

    /// <summary>Whether a company takes calls at an instant, by which rule, and until when; null when there is none with this id.</summary>
    OpeningDecision? DecideHours(CompanyId id, DateTimeOffset instant);

    /// <summary>What operators are shown of a company at an instant; null when there is none with this id.</summary>
    CompanyCard? CardAt(CompanyId id, DateTimeOffset instant);

    /// <summary>What operators are shown of a company in a version of its own, for example the one a call was taken with.</summary>
    CompanyCard CardAt(CompanyDefinition definition, DateTimeOffset instant);

    /// <summary>The company that a dialled number, as a PBX passed it, belongs to; null when none has it.</summary>
    CompanyDefinition? FindByDialledNumber(string dialled);
}
