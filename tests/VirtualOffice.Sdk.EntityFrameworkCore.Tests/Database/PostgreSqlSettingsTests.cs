namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class PostgreSqlSettingsTests
{
    private static readonly PostgreSqlSettings Right = new();

    [Fact]
    public void Problem_DurableSettings_IsNull()
    {
        Assert.Null(Right.Problem);
        Assert.Null((Right with { Version = 180001, SynchronousCommit = "remote_apply", Standbys = "b" }).Problem);
        Assert.Null((Right with { SynchronousCommit = "local" }).Problem);
    }

    [Fact]
    public void Problem_EachWrongSetting_NamesIt()
    {
        Says("version 130012", Right with { Version = 130012 });
        Says("encoding is SQL_ASCII", Right with { Encoding = "SQL_ASCII" });
        Says("fsync = on", Right with { Fsync = "off" });
        Says("full_page_writes = on", Right with { FullPageWrites = "off" });
        Says("synchronous_commit is off", Right with { SynchronousCommit = "off" });
        Says("synchronous_commit is local", Right with { SynchronousCommit = "local", Standbys = "b" });
        Says("synchronous_commit is remote_write", Right with { SynchronousCommit = "remote_write", Standbys = "b" });
        Says("read-only", Right with { IsReadOnly = true });
    }

    private static void Says(string expected, PostgreSqlSettings settings) => Assert.Contains(expected, settings.Problem, StringComparison.Ordinal);
}
