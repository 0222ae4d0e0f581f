namespace VirtualOffice.Sdk.Stores;

/// <summary>Something that is counted: when it began, and of which kind it is now.</summary>
internal sealed class Counted(DateTimeOffset at, int kind)
{
    public DateTimeOffset At { get; } = at;

    public int Kind { get; set; } = kind;
}
