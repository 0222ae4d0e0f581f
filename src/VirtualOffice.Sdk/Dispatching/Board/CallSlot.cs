namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A call as the board keeps it: 56 bytes, linked by slot numbers.</summary>
internal struct CallSlot
{
    /// <summary>From when its place counts.</summary>
    public long EnqueuedAt;

    /// <summary>The how manieth call it is; decides between equal keys.</summary>
    public long Sequence;

    public int Generation;

    public int Lane;

    /// <summary>The neighbours in the line of its lane and band; of a free slot, the next free one.</summary>
    public int Next;

    public int Previous;

    /// <summary>Who has the call, the first of those it is offered to, or the one it stands apart for; −1 for nobody.</summary>
    public int Operator;

    /// <summary>The first of those who are not offered it now; −1 for none.</summary>
    public int Exclusions;

    /// <summary>Its deadline in the wheel; −1 for none.</summary>
    public int Timer;

    public byte Band;

    public CallPlace Place;

    /// <summary>Whether it has come from another lane; that happens once.</summary>
    public bool Overflowed;
}
