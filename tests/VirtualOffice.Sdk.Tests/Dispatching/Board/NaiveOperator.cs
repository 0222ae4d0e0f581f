using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

internal sealed class NaiveOperator(int index)
{
    public int Index { get; } = index;

    public OperatorProfile Profile { get; set; } = new();

    public OperatorPresence Presence { get; set; }

    public OperatorState State { get; set; }

    public long Since { get; set; }

    public NaiveCall? Call { get; set; }

    public int Offer { get; set; }

    public long? Due { get; set; }

    public int Misses { get; set; }

    public long IdleTurn { get; set; }

    public long OfferTurn { get; set; }

    public double Draw { get; set; }

    public int CallsTaken { get; set; }

    public long TalkTime { get; set; }

    /// <summary>The sort keys while idle, by company.</summary>
    public Dictionary<int, long> Keys { get; } = [];
}
