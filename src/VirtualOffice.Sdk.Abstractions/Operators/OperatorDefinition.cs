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
}
