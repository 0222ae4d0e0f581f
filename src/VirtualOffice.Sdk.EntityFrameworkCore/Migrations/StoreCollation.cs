#nullable enable

using Microsoft.EntityFrameworkCore.Migrations;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations;

/// <summary>How text is ordered: by its code points on every database, so that pages by key are the same everywhere.</summary>
internal static class StoreCollation
{
    /// <summary>The collation to be named; null where it is that by default.</summary>
    public static string? Of(MigrationBuilder migration) => migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "C" : null;
}
