namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>An idle operator's seat in a heap, with all it is sorted by, so that a compare reads nothing else.</summary>
internal readonly record struct IdleSeat(long Key, long Turn, int Seat)
{
    public bool Precedes(in IdleSeat other) => Key != other.Key ? Key < other.Key : Turn < other.Turn;
}
