using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Views : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredAt",
                table: "Calls",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CallerLeg",
                table: "Calls",
                collation: text,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CallerName",
                table: "Calls",
                collation: text,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CallerNumber",
                table: "Calls",
                collation: text,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CallerText",
                table: "Calls",
                collation: text,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Dialled",
                table: "Calls",
                collation: text,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "Calls",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Operator",
                table: "Calls",
                collation: text,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ViewVersion",
                table: "Calls",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CreatedAt",
                table: "Deliveries",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Deliveries",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveryAttempts",
                columns: table => new
                {
                    MessageId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Attempt = table.Column<int>(nullable: false),
                    At = table.Column<long>(nullable: false),
                    Detail = table.Column<string>(collation: text, nullable: true),
                    Outcome = table.Column<string>(collation: text, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryAttempts", x => new { x.MessageId, x.Number, x.Attempt });
                    table.ForeignKey(
                        name: "FK_DeliveryAttempts_Deliveries_MessageId_Number",
                        columns: x => new { x.MessageId, x.Number },
                        principalTable: "Deliveries",
                        principalColumns: new[] { "MessageId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bookmarks",
                columns: table => new
                {
                    Name = table.Column<string>(collation: text, nullable: false),
                    Value = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookmarks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Commands",
                columns: table => new
                {
                    Id = table.Column<string>(collation: text, maxLength: 100, nullable: false),
                    Answer = table.Column<string>(collation: text, nullable: false),
                    At = table.Column<long>(nullable: false),
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Fingerprint = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CompanyPublications",
                columns: table => new
                {
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Number = table.Column<int>(nullable: false),
                    At = table.Column<long>(nullable: false),
                    Version = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyPublications", x => new { x.Company, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Publications = table.Column<int>(nullable: false),
                    Version = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Company);
                });

            migrationBuilder.CreateTable(
                name: "CompanyVersions",
                columns: table => new
                {
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Version = table.Column<string>(collation: text, nullable: false),
                    Json = table.Column<string>(collation: text, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyVersions", x => new { x.Company, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Recordings",
                columns: table => new
                {
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    RecordingId = table.Column<string>(collation: text, maxLength: 100, nullable: false),
                    Bytes = table.Column<long>(nullable: true),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Duration = table.Column<long>(nullable: true),
                    IsVoiceMessage = table.Column<bool>(nullable: false),
                    Reason = table.Column<string>(collation: text, nullable: true),
                    Sha256 = table.Column<string>(collation: text, nullable: true),
                    StartedAt = table.Column<long>(nullable: false),
                    State = table.Column<string>(collation: text, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recordings", x => new { x.CallId, x.RecordingId });
                    table.ForeignKey(
                        name: "FK_Recordings_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    CallId = table.Column<string>(collation: text, maxLength: 32, nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Company = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    Employee = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    From = table.Column<long>(nullable: false),
                    Kind = table.Column<string>(collation: text, maxLength: 64, nullable: false),
                    Operator = table.Column<string>(collation: text, maxLength: 64, nullable: true),
                    ReceivedAt = table.Column<long>(nullable: false),
                    To = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => new { x.CallId, x.Number });
                    table.ForeignKey(
                        name: "FK_Segments_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Stale",
                table: "Calls",
                column: "Id",
                filter: "\"ViewVersion\" <> \"Version\"");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CallerLeg",
                table: "Calls",
                column: "CallerLeg");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Operator_Id",
                table: "Calls",
                columns: new[] { "Operator", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Outcome_Id",
                table: "Calls",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ReceivedAt_Id_Outcome",
                table: "Calls",
                columns: new[] { "ReceivedAt", "Id", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Company_MessageId_Number",
                table: "Deliveries",
                columns: new[] { "Company", "MessageId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CreatedAt_State_EscalatedAt",
                table: "Deliveries",
                columns: new[] { "CreatedAt", "State", "EscalatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_MessageId_Number",
                table: "Deliveries",
                columns: new[] { "State", "MessageId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Escalated",
                table: "Deliveries",
                columns: new[] { "MessageId", "Number" },
                filter: "\"EscalatedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallEvents_First",
                table: "CallEvents",
                column: "At",
                filter: "\"Sequence\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_Company_CallId_RecordingId",
                table: "Recordings",
                columns: new[] { "Company", "CallId", "RecordingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_State_CallId_RecordingId",
                table: "Recordings",
                columns: new[] { "State", "CallId", "RecordingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Segments_Company_CallId_Number",
                table: "Segments",
                columns: new[] { "Company", "CallId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "DeliveryAttempts");

            migrationBuilder.DropTable(name: "Bookmarks");

            migrationBuilder.DropTable(name: "Commands");

            migrationBuilder.DropTable(name: "CompanyPublications");

            migrationBuilder.DropTable(name: "Companies");

            migrationBuilder.DropTable(name: "CompanyVersions");

            migrationBuilder.DropTable(name: "Recordings");

            migrationBuilder.DropTable(name: "Segments");

            migrationBuilder.DropIndex(name: "IX_Calls_Stale", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Calls_CallerLeg", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Calls_Operator_Id", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Calls_Outcome_Id", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Calls_ReceivedAt_Id_Outcome", table: "Calls");

            migrationBuilder.DropIndex(name: "IX_Deliveries_Company_MessageId_Number", table: "Deliveries");

            migrationBuilder.DropIndex(name: "IX_Deliveries_CreatedAt_State_EscalatedAt", table: "Deliveries");

            migrationBuilder.DropIndex(name: "IX_Deliveries_State_MessageId_Number", table: "Deliveries");

            migrationBuilder.DropIndex(name: "IX_Deliveries_Escalated", table: "Deliveries");

            migrationBuilder.DropIndex(name: "IX_CallEvents_First", table: "CallEvents");

            migrationBuilder.DropColumn(name: "AnsweredAt", table: "Calls");

            migrationBuilder.DropColumn(name: "CallerLeg", table: "Calls");

            migrationBuilder.DropColumn(name: "CallerName", table: "Calls");

            migrationBuilder.DropColumn(name: "CallerNumber", table: "Calls");

            migrationBuilder.DropColumn(name: "CallerText", table: "Calls");

            migrationBuilder.DropColumn(name: "Dialled", table: "Calls");

            migrationBuilder.DropColumn(name: "EndedAt", table: "Calls");

            migrationBuilder.DropColumn(name: "Operator", table: "Calls");

            migrationBuilder.DropColumn(name: "ViewVersion", table: "Calls");

            migrationBuilder.DropColumn(name: "CreatedAt", table: "Deliveries");

            migrationBuilder.DropColumn(name: "EscalatedAt", table: "Deliveries");
        }
    }
}
