namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A call as the board keeps it: 32 bytes, two on a line of the cache, linked by slot numbers. What few calls have stands elsewhere, and the marks say whether to look.</summary>
internal struct CallSlot
{
    /// <summary>From when its place counts.</summary>
    public long EnqueuedAt;

    /// <summary>The how manieth call it is; decides between equal keys.</summary>
    public long Sequence;

    public int Lane;

    /// <summary>The neighbour in the line of its lane and band; of a free slot, the next free one.</summary>
    public int Next;

    private int _previousOrOperator;

    public byte Band;

    public CallPlace Place;

    public CallMarks Marks;

    /// <summary>The other neighbour, while it waits in the line of its lane and band.</summary>
    public int Previous
    {
        readonly get => _previousOrOperator;
        set => _previousOrOperator = value;
    }

    /// <summary>Who has the call, the first of those it is offered to, or the one it stands apart for; −1 for nobody. Not while it waits in a line, when it has nobody.</summary>
    public int Operator
    {
        readonly get => _previousOrOperator;
        set => _previousOrOperator = value;
    }

    public readonly bool Has(CallMarks mark) => (Marks & mark) != CallMarks.None;
}
