using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What the board knows of an operator besides the present.</summary>
internal sealed record OperatorProfile
{
    /// <summary>The companies served, the operator's own first.</summary>
    public IReadOnlyList<CompanyAssignment> Companies { get; init; } = [];

    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>Whose caller is first when several companies have one.</summary>
    public CompanyChoice Choice { get; init; }

    /// <summary>Time for work after a call; <see cref="TimeSpan.MaxValue"/> for until the operator says so.</summary>
    public TimeSpan WrapUp { get; init; }

    /// <summary>The place in a fixed order, for strategies that have one.</summary>
    public int Order { get; init; }

    /// <summary>The share of calls, for strategies that share out; 1 to 1,000.</summary>
    public int Weight { get; init; } = 1;

    public bool Has(ReadOnlySpan<SkillLevel> needed)
    {
        foreach (var need in needed)
        {
            if (!Has(need))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(SkillLevel need)
    {
        for (var i = 0; i < Skills.Count; i++)
        {
            if (Skills[i].Skill == need.Skill && Skills[i].Level >= need.Level)
            {
                return true;
            }
        }

        return false;
    }
}
