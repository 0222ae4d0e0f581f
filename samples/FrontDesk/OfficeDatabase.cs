using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FrontDesk;

/// <summary>Which database a connection string is for: one with a <c>Data Source</c> is an SQLite file, one with a <c>Host</c> is PostgreSQL.</summary>
internal static class OfficeDatabase
{
    /// <summary>The connection string as it may be shown: without its password.</summary>
    public static string Describe(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        parts.Remove("Password");
        return parts.ConnectionString;
    }

    public static void UseDatabase(this DbContextOptionsBuilder options, string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (parts.ContainsKey("Host"))
        {
            options.UseNpgsql(connectionString);
        }
        else if (parts.ContainsKey("Data Source"))
        {
            options.UseSqlite(connectionString);
        }
        else
        {
            throw new InvalidOperationException("Database is neither SQLite ('Data Source=FILE') nor PostgreSQL ('Host=…;Database=…;Username=…').");
        }
    }
}
