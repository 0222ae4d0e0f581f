using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

internal sealed class NaiveCall(int number, int company, SkillLevel[] skills, int band, long enqueuedAt)
{
    public int Number { get; } = number;

    public int Company { get; set; } = company;

    public SkillLevel[] Skills { get; set; } = skills;

    /// <summary>For whom it stands apart.</summary>
    public NaiveOperator? For { get; set; }

    public bool Overflowed { get; set; }

    public bool Patient { get; init; }

    public int Band { get; set; } = band;

    public long EnqueuedAt { get; } = enqueuedAt;

    public CallPlace Place { get; set; } = CallPlace.Waiting;

    public List<NaiveOperator> OfferedTo { get; } = [];

    public NaiveOperator? Operator { get; set; }

    /// <summary>Until when who is not offered the call.</summary>
    public Dictionary<int, long> Excluded { get; } = [];

    /// <summary>When it is looked at again.</summary>
    public long? Due { get; set; }
}
