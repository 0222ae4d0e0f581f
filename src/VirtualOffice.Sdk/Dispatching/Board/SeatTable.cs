namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>All operators' seats at all lanes.</summary>
internal sealed class SeatTable
{
    private Seat[] _seats = new Seat[16];
    private int _used;
    private int _free = -1;

    public ref Seat this[int seat] => ref _seats[seat];

    public int Add(int op, int lane, int ring, int order)
    {
        var index = _free;
        if (index >= 0)
        {
            _free = _seats[index].Next;
        }
        else
        {
            if (_used == _seats.Length)
            {
                Array.Resize(ref _seats, _used * 2);
            }

            index = _used++;
        }

        _seats[index] = new Seat { Operator = op, Lane = lane, Ring = (short)ring, Order = (short)order, Next = -1, Previous = -1 };
        return index;
    }

    public void Remove(int seat)
    {
        _seats[seat].Next = _free;
        _free = seat;
    }

    /// <summary>Whether the one comes before the other.</summary>
    public bool Precedes(int seat, int other)
    {
        ref var a = ref _seats[seat];
        ref var b = ref _seats[other];
        return a.Key != b.Key ? a.Key < b.Key : a.Turn < b.Turn;
    }
}
