namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The heads of all lanes, side by side: an operator who becomes free looks at several, and they are to be in the processor's nearest cache.</summary>
internal sealed class LaneHeads
{
    private LaneHead[] _heads = new LaneHead[16];

    public ref LaneHead this[int lane] => ref _heads[lane];

    public void Add(int lane)
    {
        if (lane == _heads.Length)
        {
            Array.Resize(ref _heads, lane * 2);
        }

        _heads[lane] = LaneHead.None;
    }
}
