namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The calls on the board, in slots that are used again.</summary>
internal sealed class CallTable
{
    private CallSlot[] _slots = new CallSlot[16];
    private int[] _timers = new int[16];
    private int _used;
    private int _free = -1;
    private long _sequence;

    /// <summary>How many calls are on the board.</summary>
    public int Count { get; private set; }

    public ref CallSlot this[int slot] => ref _slots[slot];

    /// <summary>The deadline in the wheel of a call that is <see cref="CallMarks.Timed"/>.</summary>
    public ref int TimerOf(int slot) => ref _timers[slot];

    public int Add(int lane, int band, long enqueuedAt)
    {
        var slot = _free;
        if (slot >= 0)
        {
            _free = _slots[slot].Next;
        }
        else
        {
            if (_used == _slots.Length)
            {
                Array.Resize(ref _slots, _used * 2);
                Array.Resize(ref _timers, _used * 2);
            }

            slot = _used++;
        }

        Count++;
        ref var call = ref _slots[slot];
        (call.EnqueuedAt, call.Sequence, call.Lane, call.Band, call.Place) = (enqueuedAt, ++_sequence, lane, (byte)band, CallPlace.Waiting);
        (call.Next, call.Operator, call.Marks) = (-1, -1, CallMarks.None);
        return slot;
    }

    public void Remove(int slot)
    {
        ref var call = ref _slots[slot];
        (call.Place, call.Next) = (CallPlace.Nowhere, _free);
        _free = slot;
        Count--;
    }

    public CallHandle HandleOf(int slot) => new(slot, (int)_slots[slot].Sequence);

    /// <summary>The call's slot; −1 when it has left.</summary>
    public int Find(CallHandle handle) =>
        (uint)handle.Slot < (uint)_used && (int)_slots[handle.Slot].Sequence == handle.Generation && _slots[handle.Slot].Place != CallPlace.Nowhere ? handle.Slot : -1;
}
