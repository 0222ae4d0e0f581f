namespace VirtualOffice.Sdk.Tests.Dispatching;

/// <summary>Ids that count.</summary>
internal sealed class CountingIds : IIdSource
{
    private int _next;

    public Guid NewId() => new(Interlocked.Increment(ref _next), 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
