using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;
using QueueLimit = VirtualOffice.Sdk.Companies.QueueLimit;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>Makes the board's policy of a company's rules: names become numbers.</summary>
internal sealed class CompanyPolicies(DispatchOptions options, IReadOnlyDictionary<string, IRoutingStrategy> strategies)
{
    private readonly Dictionary<string, int> _skills = new(StringComparer.Ordinal);

    /// <param name="rules">The rules.</param>
    /// <param name="laneOf">The lane for calls that overflow to a company.</param>
    public CompanyPolicy PolicyOf(QueueRules rules, Func<CompanyId, int> laneOf) => new()
    {
        // The documents' reader refuses names that are not known; a company from code that has one is given out as usual.
        Strategy = strategies.GetValueOrDefault(rules.Strategy) is { } strategy and not LongestIdle ? strategy : null,
        OfferMode = rules.Offer,
        Weight = rules.Weight,
        RingDelays = rules.BackupsAfter,
        WrapUp = rules.WrapUp > options.WrapUp ? rules.WrapUp : options.WrapUp,
        Limits = [.. rules.Limits.Select(l => LimitOf(l, laneOf))],
    };

    /// <summary>Skills by number, in a fixed order.</summary>
    public SkillLevel[] SkillsOf(IReadOnlyDictionary<string, int> skills) =>
        [.. skills.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new SkillLevel(NumberOf(s.Key), s.Value))];

    private static Board.QueueLimit LimitOf(QueueLimit limit, Func<CompanyId, int> laneOf) => new(KindOf(limit.When), ExitOf(limit.Then))
    {
        Count = limit.Count,
        Time = limit.Time,
        Lane = limit is { Then: QueueAction.Overflow, To: { } to } ? laneOf(to) : -1,
    };

    private static LimitKind KindOf(QueueExit when) => when switch
    {
        QueueExit.QueueLength => LimitKind.QueueLength,
        QueueExit.WaitLimit => LimitKind.Wait,
        QueueExit.ExpectedWait => LimitKind.ExpectedWait,
        QueueExit.WaitingPerOperator => LimitKind.WaitingPerOperator,
        QueueExit.NobodyOnline => LimitKind.NobodyOnline,
        QueueExit.EverybodyOnBreak => LimitKind.EverybodyOnBreak,
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, "Not a limit of a queue."),
    };

    private static QueueExitKind ExitOf(QueueAction then) => then switch
    {
        QueueAction.Message => QueueExitKind.Message,
        QueueAction.Callback => QueueExitKind.Callback,
        QueueAction.Announcement => QueueExitKind.Announcement,
        QueueAction.Busy => QueueExitKind.Busy,
        QueueAction.Overflow => QueueExitKind.Overflow,
        _ => throw new ArgumentOutOfRangeException(nameof(then), then, "Not an action."),
    };

    private int NumberOf(string skill)
    {
        if (!_skills.TryGetValue(skill, out var number))
        {
            _skills.Add(skill, number = _skills.Count);
        }

        return number;
    }
}
