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

    /// <summary>Whose caller the operator takes first when several of the companies have one; who waits the longest by default.</summary>
    public CompanyChoice Choice { get; init; }

    /// <summary>The place among the operators for the strategy <c>ordered</c>, the smallest first.</summary>
    public int Order { get; init; }

    /// <summary>The share of calls for the strategy <c>weighted-random</c>, 1 to 1,000; 1 by default.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Time for work after a call; the longest of this, the company's and the office's counts.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>What the operator knows besides the trade, such as languages: the level, 1 to 10, by skill.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = ReadOnlyDictionary<string, int>.Empty;
}
