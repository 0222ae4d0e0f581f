using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>A company as its own people see it.</summary>
internal sealed record CornerView(
    CompanyBadge Company, IReadOnlyList<string> Numbers, string TimeZone, bool IsOpen, string HoursRule, DateTimeOffset? HoursChangeAt, string? Greeting, string? MessagesTo, IReadOnlyList<DeskEmployeeView> Employees)
{
    public static CornerView Of(CompanyDefinition company, OpeningDecision? hours) => new(
        CompanyBadge.Of(company),
        [.. company.Numbers.Select(n => n.ToString())],
        company.TimeZone.Id,
        hours?.IsOpen ?? true,
        hours?.Rule ?? "",
        hours?.ChangesAt,
        company.Greeting.Text,
        company.MessagesTo,
        [.. company.Employees.Select(DeskEmployeeView.Of)]);
}
