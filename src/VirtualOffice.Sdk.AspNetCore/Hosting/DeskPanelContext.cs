using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>For what a panel is read.</summary>
/// <param name="Call">The call at the desk, as it is now.</param>
/// <param name="Company">The company called.</param>
/// <param name="Operator">Who looks.</param>
public sealed record DeskPanelContext(CallRecord Call, CompanyDefinition Company, OperatorDefinition Operator);
