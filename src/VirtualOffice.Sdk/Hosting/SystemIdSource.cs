namespace VirtualOffice.Sdk;

/// <summary>UUIDs version 7 from the clock and the system's random source.</summary>
internal sealed class SystemIdSource(TimeProvider clock) : IIdSource
{
    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
