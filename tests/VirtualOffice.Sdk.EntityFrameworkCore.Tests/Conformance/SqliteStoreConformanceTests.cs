namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class SqliteStoreConformanceTests : StoreConformanceTests
{
    private protected override Task<ITestDatabase> CreateAsync() => Task.FromResult<ITestDatabase>(new TestDatabase());
}
