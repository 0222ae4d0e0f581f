using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Pauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Pauses", table: "Recordings", nullable: true);

            // Calls that were paused before are put into the lists anew, from their journals.
            migrationBuilder.Sql("""
                UPDATE "Calls" SET "ViewVersion" = 0 WHERE "Id" IN (SELECT "CallId" FROM "CallEvents" WHERE "Type" = 'recordingPaused');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Pauses", table: "Recordings");
        }
    }
}
