using System.Collections.ObjectModel;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Operators;

/// <summary>An operator of the office.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name, as greetings say it.</param>
/// <param name="Device">The operator's phone.</param>
/// <param name="Companies">The companies served, at most five.</param>
public sealed record OperatorDefinition(OperatorId Id, string Name, DeviceId Device, IReadOnlyList<CompanyId> Companies)
{
    /// <summary>The most companies an operator can serve well.</summary>
    public const int MaxCompanies = 5;

    /// <summary>Where the operator is a backup: the ring, 1 to 7, by company. Ring 0, asked at once, where not said.</summary>
    public IReadOnlyDictionary<CompanyId, int> Rings { get; init; } = ReadOnlyDictionary<CompanyId, int>.Empty;

    /// <summary>What the operator knows besides the trade, such as languages: the level, 1 to 10, by skill.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ReadOnlyDictionary<string, int>.Empty;
}
