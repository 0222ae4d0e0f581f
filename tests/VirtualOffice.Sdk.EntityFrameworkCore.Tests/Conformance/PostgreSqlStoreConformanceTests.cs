namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

[Collection(PostgreSqlServer.Collection)]
public sealed class PostgreSqlStoreConformanceTests(PostgreSqlServer server) : StoreConformanceTests
{
    private protected override async Task<ITestDatabase> CreateAsync() => await server.CreateDatabaseAsync();
}
