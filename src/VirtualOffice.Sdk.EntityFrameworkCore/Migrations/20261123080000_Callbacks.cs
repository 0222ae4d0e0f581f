using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Callbacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    CalledAgain = table.Column<string>(collation: text, nullable: true),
                    CalledAt = table.Column<long>(nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    EndedAt = table.Column<long>(nullable: true),
                    EndedBy = table.Column<string>(collation: text, nullable: true),
                    Name = table.Column<string>(collation: text, nullable: true),
                    Note = table.Column<string>(collation: text, nullable: true),
                    Number = table.Column<string>(collation: text, nullable: false),
                    Outcome = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Stage = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Waited = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => x.CallId);
                    table.ForeignKey(
                        name: "FK_Callbacks_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CallerNumber_Id",
                table: "Calls",
                columns: new[] { "CallerNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Company_CallerNumber_Id",
                table: "Calls",
                columns: new[] { "Company", "CallerNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Company_CallId",
                table: "Callbacks",
                columns: new[] { "Company", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Open",
                table: "Callbacks",
                column: "CallId",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_OpenOfCompany",
                table: "Callbacks",
                columns: new[] { "Company", "CallId" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_OpenOfNumber",
                table: "Callbacks",
                columns: new[] { "Company", "Number" },
                filter: "\"EndedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Callbacks");

            migrationBuilder.DropIndex(name: "IX_Calls_CallerNumber_Id", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Calls_Company_CallerNumber_Id", table: "Calls");
        }
    }
}
