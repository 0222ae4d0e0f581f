namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>The databases an office can be kept in.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
