using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VirtualOffice.Sdk.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Dispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            var text = StoreCollation.Of(migrationBuilder);

            migrationBuilder.AddColumn<long>(name: "AcknowledgedAt", table: "Messages", nullable: true);

            migrationBuilder.AddColumn<string>(name: "AcknowledgedBy", table: "Messages", collation: text, nullable: true);

            migrationBuilder.AddColumn<string>(name: "AcknowledgedHow", table: "Messages", collation: text, maxLength: 64, nullable: true);

            migrationBuilder.AddColumn<bool>(name: "FollowsFailure", table: "Deliveries", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<bool>(name: "UnlessAcknowledged", table: "Deliveries", nullable: false, defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "AcknowledgedAt", table: "Messages");

            migrationBuilder.DropColumn(name: "AcknowledgedBy", table: "Messages");

            migrationBuilder.DropColumn(name: "AcknowledgedHow", table: "Messages");

            migrationBuilder.DropColumn(name: "FollowsFailure", table: "Deliveries");

            migrationBuilder.DropColumn(name: "UnlessAcknowledged", table: "Deliveries");
        }
    }
}
