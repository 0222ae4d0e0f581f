using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Key = table.Column<string>(collation: text, maxLength: 300, nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Faq = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Text = table.Column<string>(collation: text, nullable: false),
                    IsAnswered = table.Column<bool>(nullable: false),
                    At = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => new { x.CallId, x.Key });
                    table.ForeignKey(
                        name: "FK_Questions_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(name: "IX_Questions_Company_At", table: "Questions", columns: new[] { "Company", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Questions");
        }
    }
}
