using System.Collections.Concurrent;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Works out whom a transfer dials: who is away or out of hours is passed over, and no number is dialled that would bring the call back. Safe for concurrent use.</summary>
internal sealed class TransferPlanner(CompanyDirectory companies, EmployeeBook employees, DialLedger ledger, OfficeOptions options)
{
    private readonly ConcurrentDictionary<(CompanyId Company, GroupId Group), int> _turns = new();

    public DialLedger Ledger { get; } = ledger;

    /// <summary>Who of the companies' people can be reached.</summary>
    public EmployeeBook Employees => employees;

    /// <summary>The plan of a transfer that starts at an instant.</summary>
    /// <param name="company">The company, in the version the call was taken with.</param>
    /// <param name="target">To whom; an employee, group or list must be the company's.</param>
    /// <param name="caller">The caller's own number; null when it is not known.</param>
    /// <param name="at">When.</param>
    /// <param name="ifAway">What becomes of it when an employee is away.</param>
    /// <param name="isTrial">Whether nobody is dialled, so that no group's turn is used up.</param>
    public TransferPlan Plan(CompanyDefinition company, TransferTarget target, PhoneNumber? caller, DateTimeOffset at, AwayRule ifAway = AwayRule.Refuse, bool isTrial = false)
    {
        var draft = new TransferPlanDraft(company, companies, caller, at, options.TransferNumbers);
        switch (target.Kind)
        {
            case TransferTargetKind.Employee:
                draft.AddInTurn(People(draft, [company.FindEmployee(target.Employee!.Value)!], ifAway == AwayRule.Refuse ? null : ifAway));
                break;
            case TransferTargetKind.Group:
                var group = company.FindGroup(target.Group!.Value)!;
                draft.Rule = group.Name;
                Add(draft, group.Ring, People(draft, MembersOf(company, group, isTrial), ifAway));
                break;
            case TransferTargetKind.OnCall:
                var decision = OnCallRules.Decide(company, company.FindOnCallList(target.OnCallList!.Value)!, at);
                draft.Rule = decision.Rule;
                draft.AddInTurn(People(draft, decision.Who, ifAway));
                break;
            default:
                draft.AddByHand(target.Number!);
                break;
        }

        return draft.Plan();
    }

    /// <summary>Why a target cannot be one of a company's transfers; null when it can.</summary>
    public static CallCommandException? RefusalOf(CompanyDefinition? company, TransferTarget target)
    {
        var (isKnown, what, known) = target switch
        {
            { Employee: { } id } => (company?.FindEmployee(id) is not null, "employee", company?.Employees.Select(e => e.Id.Value)),
            { Group: { } id } => (company?.FindGroup(id) is not null, "group", company?.Groups.Select(g => g.Id.Value)),
            { OnCallList: { } id } => (company?.FindOnCallList(id) is not null, "on-call list", company?.OnCallLists.Select(l => l.Id.Value)),
            _ => (company is not null, "company", null),
        };
        return isKnown
            ? null
            : new CallCommandException(CallCommandError.UnknownEmployee, $"Company '{company?.Id}' has no {what} '{target}'; it has {string.Join(", ", known?.DefaultIfEmpty("none") ?? [])}.");
    }

    /// <summary>Why a plan that dials nobody is refused.</summary>
    public static CallCommandException RefusalOf(TransferTarget target, TransferPlan plan) => plan.Skipped switch
    {
        [{ Reason: SkipReason.Away } away, ..] when target.Kind == TransferTargetKind.Employee => new CallCommandException(CallCommandError.EmployeeAway, $"{away.Detail}."),
        [{ Reason: SkipReason.NotAllowed } denied] => new CallCommandException(CallCommandError.NotAllowed, $"{denied.Number}: {denied.Detail}."),
        [] => new CallCommandException(CallCommandError.NobodyToDial, $"{plan.Rule ?? target.ToString()}: there is nobody to dial; take a message instead."),
        var skipped => new CallCommandException(CallCommandError.NobodyToDial, $"There is nobody to dial: {string.Join("; ", skipped.Select(s => s.Detail))}. Take a message instead."),
    };

    private static void Add(TransferPlanDraft draft, GroupRing ring, IReadOnlyList<Employee> people)
    {
        if (ring == GroupRing.AllAtOnce)
        {
            draft.AddAtOnce(people);
        }
        else
        {
            draft.AddInTurn(people);
        }
    }

    /// <summary>Who of them is dialled; of who is away, whoever stands in. Null for a rule by which nobody does.</summary>
    private List<Employee> People(TransferPlanDraft draft, IReadOnlyList<Employee> wanted, AwayRule? ifAway)
    {
        var people = new List<Employee>();
        foreach (var employee in wanted)
        {
            var availability = employees.Decide(draft.Company, employee, draft.At);
            if (availability.IsAvailable || ifAway == AwayRule.Dial)
            {
                people.Add(employee);
                continue;
            }

            draft.Skip(employee.Id, null, SkipReason.Away, availability.ToString());
            if (ifAway is not null && availability.StandIn is { } other)
            {
                people.Add(other);
            }
        }

        return [.. people.DistinctBy(e => e.Id)];
    }

    private IReadOnlyList<Employee> MembersOf(CompanyDefinition company, EmployeeGroup group, bool isTrial)
    {
        var members = group.Members.Select(company.FindEmployee).OfType<Employee>().ToList();
        if (group.Ring != GroupRing.Rotation || members.Count == 0)
        {
            return members;
        }

        var key = (company.Id, group.Id);
        var turn = isTrial ? _turns.GetValueOrDefault(key) : _turns.AddOrUpdate(key, 1, (_, before) => before + 1) - 1;
        var first = turn % members.Count;
        return [.. members[first..], .. members[..first]];
    }
}
