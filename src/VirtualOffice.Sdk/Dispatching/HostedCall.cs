using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>A call by its id and its handle on the board.</summary>
internal struct HostedCall(CallId id, CallHandle handle, int ticket, int company)
{
    public CallId Id { get; } = id;

    public CallHandle Handle { get; } = handle;

    public int Ticket { get; } = ticket;

    /// <summary>The company whose queue it is in, by its number on the board.</summary>
    public int Company { get; set; } = company;

    /// <summary>The operator it was offered to last, by number; −1 for nobody yet.</summary>
    public int OfferedTo { get; set; } = -1;
}
