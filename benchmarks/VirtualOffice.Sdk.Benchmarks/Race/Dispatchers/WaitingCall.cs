namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>A call as code of everyday keeps it.</summary>
internal sealed record WaitingCall(int Number, int Company, int Band, long Key)
{
    public bool Precedes(WaitingCall other) => Key != other.Key ? Key < other.Key : Number < other.Number;
}
