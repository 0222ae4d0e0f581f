namespace VirtualOffice.Sdk.Benchmarks.Dispatching;

internal sealed class CountingIds : IIdSource
{
    private int _next;

    public Guid NewId() => new(++_next, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
