namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A seat and the lane it is at.</summary>
internal readonly record struct SeatRef(int Seat, int Lane);
