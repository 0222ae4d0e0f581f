using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CallbackAttempts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "Attempts", table: "Callbacks", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<long>(name: "LastAttemptAt", table: "Callbacks", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Attempts", table: "Callbacks");

            migrationBuilder.DropColumn(name: "LastAttemptAt", table: "Callbacks");
        }
    }
}
