using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Act = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Address = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    At = table.Column<long>(nullable: false),
                    By = table.Column<string>(collation: text, maxLength: 100, nullable: false),
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: true),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Detail = table.Column<string>(collation: text, nullable: true),
                    Operator = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Outcome = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Reason = table.Column<string>(collation: text, nullable: true),
                    Role = table.Column<string>(collation: text, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_Act_Id", table: "AuditEntries", columns: new[] { "Act", "Id" });
            migrationBuilder.CreateIndex(name: "IX_AuditEntries_At", table: "AuditEntries", column: "At");
            migrationBuilder.CreateIndex(name: "IX_AuditEntries_By_Id", table: "AuditEntries", columns: new[] { "By", "Id" });
            migrationBuilder.CreateIndex(name: "IX_AuditEntries_CallId_Id", table: "AuditEntries", columns: new[] { "CallId", "Id" });
            migrationBuilder.CreateIndex(name: "IX_AuditEntries_Company_Id", table: "AuditEntries", columns: new[] { "Company", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AuditEntries");
        }
    }
}
