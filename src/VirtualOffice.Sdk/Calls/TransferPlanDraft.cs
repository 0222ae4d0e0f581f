using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A transfer's plan in the making. Every number is looked at once; what is not dialled is noted with its reason.</summary>
internal sealed class TransferPlanDraft(CompanyDefinition company, CompanyDirectory companies, PhoneNumber? caller, DateTimeOffset at, int maxNumbers)
{
    private readonly List<IReadOnlyList<PlannedNumber>> _steps = [];
    private readonly List<SkippedNumber> _skipped = [];
    private readonly HashSet<PhoneNumber> _numbers = [];

    public CompanyDefinition Company => company;

    public DateTimeOffset At => at;

    public string? Rule { get; set; }

    public TransferPlan Plan() => new(_steps, _skipped) { Rule = Rule };

    public void Skip(EmployeeId? employee, PhoneNumber? number, SkipReason reason, string detail) => _skipped.Add(new SkippedNumber(employee, number, reason, detail));

    /// <summary>One after the other.</summary>
    public void AddInTurn(IEnumerable<Employee> people)
    {
        foreach (var step in people.SelectMany(StepsOf))
        {
            AddStep(step);
        }
    }

    /// <summary>Everybody's first step at once, then everybody's second.</summary>
    public void AddAtOnce(IEnumerable<Employee> people)
    {
        var all = people.Select(e => StepsOf(e).ToList()).ToList();
        for (var step = 0; all.Any(steps => steps.Count > step); step++)
        {
            AddStep(all.Where(steps => steps.Count > step).SelectMany(steps => steps[step]));
        }
    }

    /// <summary>A number that somebody typed; the operator speaks first, because nobody knows who answers.</summary>
    public void AddByHand(PhoneNumber number) => AddStep([new PlannedNumber(null, new ReachNumber(number) { Transfer = TransferKind.Warm })]);

    private IEnumerable<IReadOnlyList<PlannedNumber>> StepsOf(Employee employee)
    {
        if (employee.Numbers.Count == 0)
        {
            Skip(employee.Id, null, SkipReason.NoNumber, $"{employee.Name} has no number");
        }

        var step = new List<PlannedNumber>();
        foreach (var number in employee.Numbers)
        {
            if (!number.WithPrevious && step.Count > 0)
            {
                yield return step;
                step = [];
            }

            step.Add(new PlannedNumber(employee.Id, number));
        }

        if (step.Count > 0)
        {
            yield return step;
        }
    }

    private void AddStep(IEnumerable<PlannedNumber> numbers)
    {
        var step = new List<PlannedNumber>();
        foreach (var planned in numbers)
        {
            if (WhyNot(planned) is var (reason, detail))
            {
                Skip(planned.Employee, planned.Number.Number, reason, detail);
            }
            else
            {
                _numbers.Add(planned.Number.Number);
                step.Add(planned);
            }
        }

        if (step.Count > 0)
        {
            _steps.Add(step);
        }
    }

    private (SkipReason Reason, string Detail)? WhyNot(PlannedNumber planned)
    {
        var number = planned.Number.Number;
        if (companies.FindByDialledNumber(number.ToString()) is { } own)
        {
            return (SkipReason.Loop, $"it is a number of {own.Name}, at which callers come in");
        }

        if (number == caller)
        {
            return (SkipReason.Loop, "it is the caller's own number");
        }

        if (_numbers.Contains(number))
        {
            return (SkipReason.Repeated, "it is in the plan before");
        }

        if (!company.Dialling.Allows(number, byHand: planned.Employee is null))
        {
            return (SkipReason.NotAllowed, "the company's dial policy does not allow it");
        }

        if (planned.Number.Hours is { } hours && OpeningHours.DecideAt(company, hours, at) is { IsOpen: false } decision)
        {
            return (SkipReason.OutOfHours, $"it is dialled only in its hours{(decision.ChangesAt is { } opens ? $", from {opens:yyyy-MM-dd HH:mm}" : "")}");
        }

        return _numbers.Count >= maxNumbers ? (SkipReason.TransferLimit, $"a transfer dials at most {maxNumbers} numbers") : null;
    }
}
