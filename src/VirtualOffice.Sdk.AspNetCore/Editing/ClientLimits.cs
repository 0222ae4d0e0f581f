using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>What a company's own people may change of it: the card, hours, employees' absences, who is on call, how messages read. The rest, such as numbers that are dialled, is the office's.</summary>
internal static class ClientLimits
{
    /// <summary>What a change would change that is the office's, in words; empty when it keeps to the client's.</summary>
    public static IReadOnlyList<string> Check(ICompanyVersions versions, CompanyDefinition before, CompanyDefinition after) =>
    [
        .. versions.Diff(before, after with
        {
            Card = before.Card,
            MessageTemplate = before.MessageTemplate,
            Hours = before.Hours,
            HoursExceptions = before.HoursExceptions,
            HoursOverride = before.HoursOverride,
            Absences = before.Absences,
            OnCallLists = before.OnCallLists,
        }).Select(change => $"Only the office may change this: {change}."),
    ];
}
