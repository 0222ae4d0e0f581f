namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

internal sealed class TestIds : IIdSource
{
    public Guid NewId() => Guid.CreateVersion7();
}
