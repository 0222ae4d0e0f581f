using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>A call by its id and its handle on the board.</summary>
internal sealed record HostedCall(CallId Id, CallHandle Handle, int Ticket);
