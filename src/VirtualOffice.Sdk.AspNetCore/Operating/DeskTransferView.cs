using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A transfer with its attempts, as they happen.</summary>
/// <param name="Number">Its number in the call.</param>
/// <param name="Employee">To whom: an employee's id, or a target such as <c>group:engineers</c>.</param>
/// <param name="Name">The same in words.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Consult">With whom the operator talks, since somebody is on the line.</param>
/// <param name="Attempts">What was dialled.</param>
/// <param name="Planned">What is to be dialled yet.</param>
/// <param name="Skipped">Who is not dialled, and why.</param>
internal sealed record DeskTransferView(
    int Number,
    string Employee,
    string Name,
    DateTimeOffset At,
    DateTimeOffset? EndedAt,
    TransferResult? Result,
    ConsultWith? Consult,
    IReadOnlyList<DeskAttemptView> Attempts,
    IReadOnlyList<DeskPlannedView> Planned,
    IReadOnlyList<DeskSkippedView> Skipped)
{
    public static DeskTransferView Of(CallTransfer transfer, CompanyDefinition company) => new(
        transfer.Number,
        transfer.Target?.ToString() ?? "",
        TransferNames.Of(transfer.Target, company) ?? "",
        transfer.At,
        transfer.EndedAt,
        transfer.Result,
        transfer.Result is null ? transfer.Consult : null,
        [.. transfer.Attempts.Select(a => DeskAttemptView.Of(a, company))],
        [.. PlannedOf(transfer, company).Select(p => DeskPlannedView.Of(p, company))],
        [.. transfer.Skipped.Select(s => DeskSkippedView.Of(s, company))]);

    // One that was started before plans were kept dials the employee's numbers in order.
    private static IEnumerable<PlannedNumber> PlannedOf(CallTransfer transfer, CompanyDefinition company) => transfer switch
    {
        { Result: not null } => [],
        { Plan: { } plan } => plan.Steps.Skip(transfer.StepsBegun).SelectMany(step => step),
        { Employee: { } id } => (company.FindEmployee(id)?.Numbers ?? []).Skip(transfer.StepsBegun).Select(n => new PlannedNumber(id, n)),
        _ => [],
    };
}
