using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator on the board. Has at most one call.</summary>
internal sealed class BoardOperator(int index)
{
    public int Index { get; } = index;

    public OperatorProfile Profile { get; private set; } = new();

    /// <summary>The companies of the profile.</summary>
    public int[] Companies { get; private set; } = [];

    /// <summary>The profile's choice, kept here for every call.</summary>
    public CompanyChoice Choice { get; private set; }

    /// <summary>The profile's wrap-up, kept here for every call.</summary>
    public TimeSpan WrapUp { get; private set; }

    /// <summary>The seats at the lanes served.</summary>
    public SeatRef[] Seats { get; set; } = [];

    /// <summary>The calls that stand apart for this operator.</summary>
    public List<int> Apart { get; } = [];

    /// <summary>What the operator wishes to be, or was sent to be.</summary>
    public OperatorPresence Presence { get; set; }

    public BreakReason Reason { get; set; }

    public OperatorState State { get; set; }

    public long Since { get; set; }

    /// <summary>The call offered or being served; −1 for none.</summary>
    public int Call { get; set; } = -1;

    /// <summary>The number of the present or last offer.</summary>
    public int Offer { get; set; }

    /// <summary>The next operator the same call is offered to; −1 for none.</summary>
    public int NextOffered { get; set; } = -1;

    /// <summary>Whether the operator's seats are among the idle ones.</summary>
    public bool Stands { get; set; }

    public int Timer { get; set; } = -1;

    /// <summary>When the wrap-up ends; <see cref="long.MaxValue"/> for when the operator says so.</summary>
    public long WrapUpEnds { get; set; }

    public int MissesInARow { get; set; }

    public long IdleTurn { get; set; }

    /// <summary>The random number strategies are given, drawn when the operator became free.</summary>
    public double Draw { get; set; }

    public long OfferTurn { get; set; }

    public int CallsTaken { get; set; }

    public long TalkTime { get; set; }

    public void Replace(OperatorProfile profile) =>
        (Profile, Companies, Choice, WrapUp) = (profile, [.. profile.Companies.Select(a => a.Company)], profile.Choice, profile.WrapUp);
}
