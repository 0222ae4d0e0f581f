using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "CompanyDrafts",
                columns: table => new
                {
                    Id = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Content = table.Column<string>(collation: text, nullable: false),
                    Revision = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyDrafts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CompanyDrafts_OfCompany",
                table: "CompanyDrafts",
                columns: new[] { "Company", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CompanyDrafts");
        }
    }
}
