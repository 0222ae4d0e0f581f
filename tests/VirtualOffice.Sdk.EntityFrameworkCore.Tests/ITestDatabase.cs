namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>A database of a test's own.</summary>
public interface ITestDatabase : IAsyncDisposable
{
    /// <summary>Another host on this database, its tables ready.</summary>
    Task<TestHost> StartHostAsync();
}
