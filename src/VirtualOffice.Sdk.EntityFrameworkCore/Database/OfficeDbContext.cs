using Microsoft.EntityFrameworkCore;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// The office's tables. Only types that every provider has: ids are text whose order is that of creation, times are UTC ticks, enums are their names.
/// </summary>
internal sealed class OfficeDbContext(DbContextOptions<OfficeDbContext> options) : DbContext(options)
{
    private const int IdLength = 32;
    private const int SlugLength = 64;

    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<CallEventRow> CallEvents => Set<CallEventRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<OperatorWishRow> OperatorWishes => Set<OperatorWishRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CallRow>(call =>
        {
            call.ToTable("Calls").HasKey(c => c.Id);
            call.Property(c => c.Id).HasMaxLength(IdLength);
            call.Property(c => c.Company).HasMaxLength(SlugLength);
            call.Property(c => c.Outcome).HasMaxLength(SlugLength);
            call.HasIndex(c => new { c.Company, c.Id });

            // The few open calls among all that ever were. Written as Entity Framework writes the query, so that the planner sees they are the same.
            call.HasIndex(c => c.Id).HasFilter("NOT \"IsClosed\"").HasDatabaseName("IX_Calls_Open");
        });
        modelBuilder.Entity<CallEventRow>(callEvent =>
        {
            callEvent.ToTable("CallEvents").HasKey(e => new { e.CallId, e.Sequence });
            callEvent.Property(e => e.CallId).HasMaxLength(IdLength);
            callEvent.Property(e => e.Type).HasMaxLength(SlugLength);
            callEvent.HasOne<CallRow>().WithMany().HasForeignKey(e => e.CallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<MessageRow>(message =>
        {
            message.ToTable("Messages").HasKey(m => m.Id);
            message.Property(m => m.Id).HasMaxLength(IdLength);
            message.Property(m => m.CallId).HasMaxLength(IdLength);
            message.Property(m => m.Company).HasMaxLength(SlugLength);
            message.HasOne<CallRow>().WithMany().HasForeignKey(m => m.CallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("Deliveries").HasKey(d => new { d.MessageId, d.Number });
            delivery.Property(d => d.MessageId).HasMaxLength(IdLength);
            delivery.Property(d => d.CallId).HasMaxLength(IdLength);
            delivery.Property(d => d.Company).HasMaxLength(SlugLength);
            delivery.Property(d => d.State).HasMaxLength(SlugLength);
            delivery.HasOne<MessageRow>().WithMany().HasForeignKey(d => d.MessageId).OnDelete(DeleteBehavior.Restrict);
            delivery.HasIndex(d => d.CallId);
            delivery.HasIndex(d => new { d.DueAt, d.MessageId, d.Number }).HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_Deliveries_Pending");
        });
        modelBuilder.Entity<OperatorWishRow>(wish =>
        {
            wish.ToTable("OperatorWishes").HasKey(w => w.Operator);
            wish.Property(w => w.Operator).HasMaxLength(SlugLength);
            wish.Property(w => w.Presence).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<StoreCheckRow>(check =>
        {
            check.ToTable("StoreChecks").HasKey(c => c.Id);
            check.Property(c => c.Id).ValueGeneratedNever();
        });
    }
}
