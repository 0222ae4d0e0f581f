namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>All operators' seats at all lanes. An operator's seats are side by side, so that freeing an operator reads a line or two of memory.</summary>
internal sealed class SeatTable
{
    private Seat[] _seats = new Seat[16];
    private int[] _freeBlocks = [];
    private int _used;

    public ref Seat this[int seat] => ref _seats[seat];

    /// <summary>Seats that lie side by side.</summary>
    public ReadOnlySpan<Seat> Span(int first, int count) => _seats.AsSpan(first, count);

    /// <summary>Seats side by side; the first of them.</summary>
    public int Take(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        if (count < _freeBlocks.Length && _freeBlocks[count] is >= 0 and var free)
        {
            _freeBlocks[count] = _seats[free].Next;
            return free;
        }

        var first = _used;
        _used += count;
        if (_used > _seats.Length)
        {
            var length = Math.Max(_used, _seats.Length * 2);
            Array.Resize(ref _seats, length);
        }

        return first;
    }

    /// <summary>Gives back seats that were taken together.</summary>
    public void Give(int first, int count)
    {
        if (count == 0)
        {
            return;
        }

        while (count >= _freeBlocks.Length)
        {
            var known = _freeBlocks.Length;
            Array.Resize(ref _freeBlocks, Math.Max(8, known * 2));
            _freeBlocks.AsSpan(known).Fill(-1);
        }

        _seats[first].Next = _freeBlocks[count];
        _freeBlocks[count] = first;
    }
}
