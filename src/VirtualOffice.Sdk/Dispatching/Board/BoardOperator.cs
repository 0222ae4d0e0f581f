using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An operator on the board, with what is read or changed for every call. Has at most one call.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BoardOperator
{
    public int Index;

    /// <summary>The call offered or being served; −1 for none.</summary>
    public int Call;

    /// <summary>The number of the present or last offer.</summary>
    public int Offer;

    /// <summary>The next operator the same call is offered to; −1 for none.</summary>
    public int NextOffered;

    public int Timer;

    /// <summary>The seats at the lanes served, which are side by side.</summary>
    public int FirstSeat;
    public int Seats;

    private byte _state;
    private byte _presence;
    public BreakReason Reason;

    /// <summary>The profile's choice, kept here for every call.</summary>
    public CompanyChoice Choice;

    public long Since;
    public long IdleTurn;
    public long TalkTime;

    /// <summary>The profile's wrap-up, kept here for every call.</summary>
    public long WrapUp;

    public long OfferTurn;
    public int CallsTaken;
    public int MissesInARow;

    /// <summary>Whether the operator's seats are among the idle ones.</summary>
    public bool Stands;

    /// <summary>Whether calls stand apart for this operator.</summary>
    public bool HasApart;

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

    /// <summary>The seat after the operator's last.</summary>
    public readonly int SeatsEnd => FirstSeat + Seats;
}
