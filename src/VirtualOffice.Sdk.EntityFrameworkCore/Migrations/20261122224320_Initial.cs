using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    ReceivedAt = table.Column<long>(nullable: false),
                    Version = table.Column<long>(nullable: false),
                    IsClosed = table.Column<bool>(nullable: false),
                    Outcome = table.Column<string>(collation: text, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OperatorWishes",
                columns: table => new
                {
                    Operator = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Presence = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Reason = table.Column<string>(collation: text, nullable: true),
                    At = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperatorWishes", x => x.Operator);
                });

            migrationBuilder.CreateTable(
                name: "StoreChecks",
                columns: table => new
                {
                    Id = table.Column<int>(nullable: false),
                    Count = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallEvents",
                columns: table => new
                {
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Sequence = table.Column<long>(nullable: false),
                    Type = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Json = table.Column<string>(collation: text, nullable: false),
                    At = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallEvents", x => new { x.CallId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CallEvents_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Json = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    MessageId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Number = table.Column<int>(nullable: false),
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Channel = table.Column<string>(collation: text, nullable: false),
                    Recipient = table.Column<string>(collation: text, nullable: false),
                    State = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    DueAt = table.Column<long>(nullable: false),
                    LastError = table.Column<string>(collation: text, nullable: true),
                    ClaimedUntil = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => new { x.MessageId, x.Number });
                    table.ForeignKey(
                        name: "FK_Deliveries_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Company_Id",
                table: "Calls",
                columns: new[] { "Company", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Open",
                table: "Calls",
                column: "Id",
                filter: "NOT \"IsClosed\"");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CallId",
                table: "Deliveries",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Pending",
                table: "Deliveries",
                columns: new[] { "DueAt", "MessageId", "Number" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_CallId",
                table: "Messages",
                column: "CallId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallEvents");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "OperatorWishes");

            migrationBuilder.DropTable(
                name: "StoreChecks");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "Calls");
        }
    }
}
