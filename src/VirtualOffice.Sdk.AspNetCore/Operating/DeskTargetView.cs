using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Several people to whom callers are transferred: a group, or whoever is on call.</summary>
/// <param name="Target">What a transfer names.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOnCall">Whether it is an on-call list.</param>
/// <param name="Ring">How a group is dialled; null for an on-call list, whose people are dialled in order.</param>
/// <param name="People">Who is dialled now, in order.</param>
/// <param name="Rule">Why they are on call; null for a group.</param>
/// <param name="Until">When somebody else is on call; null for a group, and for never.</param>
internal sealed record DeskTargetView(string Target, string Name, bool IsOnCall, GroupRing? Ring, IReadOnlyList<string> People, string? Rule, DateTimeOffset? Until)
{
    public static DeskTargetView Of(CompanyDefinition company, EmployeeGroup group) => new(
        TransferTarget.Of(group.Id).ToString(), group.Name, false, group.Ring, [.. group.Members.Select(m => company.FindEmployee(m)?.Name ?? m.Value)], null, null);

    public static DeskTargetView Of(OnCallList list, OnCallDecision? decision) => new(
        TransferTarget.Of(list.Id).ToString(), list.Name, true, null, [.. (decision?.Who ?? []).Select(e => e.Name)], decision?.Rule, decision?.ChangesAt);
}
