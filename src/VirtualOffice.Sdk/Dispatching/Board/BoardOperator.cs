using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator on the board, with what is read or changed for every call: 64 bytes, as long as a line of the cache. What few operators have stands elsewhere, and the marks say whether to look. Has at most one call.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BoardOperator
{
    public long Since;
    public long IdleTurn;
    public long TalkTime;
    public long OfferTurn;

    public int Index;

    /// <summary>The call offered or being served; −1 for none.</summary>
    public int Call;

    /// <summary>The number of the present or last offer.</summary>
    public int Offer;

    public int Timer;
    public int CallsTaken;

    /// <summary>The seats at the lanes served, which are side by side.</summary>
    public int FirstSeat;

    private ushort _seats;
    private byte _state;
    private byte _presence;
    private byte _choice;

    public BreakReason Reason;
    public OperatorMarks Marks;

    /// <summary>Up to 255, and no further.</summary>
    public byte MissesInARow;

    public int Seats
    {
        readonly get => _seats;
        set => _seats = checked((ushort)value);
    }

    public OperatorState State
    {
        readonly get => (OperatorState)_state;
        set => _state = (byte)value;
    }

    /// <summary>What the operator wishes to be, or was sent to be.</summary>
    public OperatorPresence Presence
    {
        readonly get => (OperatorPresence)_presence;
        set => _presence = (byte)value;
    }

    /// <summary>The profile's choice, kept here for every call.</summary>
    public CompanyChoice Choice
    {
        readonly get => (CompanyChoice)_choice;
        set => _choice = (byte)value;
    }

    /// <summary>The seat after the operator's last.</summary>
    public readonly int SeatsEnd => FirstSeat + Seats;

    public readonly bool Has(OperatorMarks mark) => (Marks & mark) != OperatorMarks.None;

    public void Set(OperatorMarks mark, bool isSet) => Marks = isSet ? Marks | mark : Marks & ~mark;
}
