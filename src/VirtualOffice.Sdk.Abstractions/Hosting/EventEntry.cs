using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk;

/// <summary>Something that happened in the office, written down for other programs.</summary>
/// <param name="Id">Its place among the events of this run of the host; another run has others.</param>
/// <param name="Type">What kind it is: <c>call.offerMade</c>, <c>operator.changed</c> and so on.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Company">Whose it is; null for what concerns the whole office.</param>
/// <param name="Call">The call; null for what concerns none.</param>
/// <param name="Json">All of it: a JSON object with <c>id</c>, <c>type</c>, <c>at</c>, <c>company</c>, <c>call</c>, <c>sequence</c> and <c>data</c>.</param>
public sealed record EventEntry(string Id, string Type, DateTimeOffset At, CompanyId? Company, CallId? Call, string Json);
