using Microsoft.EntityFrameworkCore;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>
/// The office's tables. Only types that every provider has: ids are text whose order is that of creation, times are UTC ticks, enums are their names.
/// </summary>
internal sealed class OfficeDbContext(DbContextOptions<OfficeDbContext> options) : DbContext(options)
{
    private const int IdLength = 32;
    private const int SlugLength = 64;
    private const int LongSlugLength = 100;
    private const int NameLength = 100;
    private const int QuestionKeyLength = 300;

    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<CallEventRow> CallEvents => Set<CallEventRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<SegmentRow> Segments => Set<SegmentRow>();

    public DbSet<RecordingRow> Recordings => Set<RecordingRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    public DbSet<CallbackRow> Callbacks => Set<CallbackRow>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    public DbSet<CompanyRow> Companies => Set<CompanyRow>();

    public DbSet<CompanyVersionRow> CompanyVersions => Set<CompanyVersionRow>();

    public DbSet<CompanyDraftRow> CompanyDrafts => Set<CompanyDraftRow>();

    public DbSet<CompanyPublicationRow> CompanyPublications => Set<CompanyPublicationRow>();

    public DbSet<OperatorWishRow> OperatorWishes => Set<OperatorWishRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CallRow>(call =>
        {
            call.ToTable("Calls").HasKey(c => c.Id);
            call.Property(c => c.Id).HasMaxLength(IdLength);
            call.Property(c => c.Company).HasMaxLength(SlugLength);
            call.Property(c => c.Outcome).HasMaxLength(SlugLength);
            call.Property(c => c.Operator).HasMaxLength(SlugLength);
            call.HasIndex(c => new { c.Company, c.Id });
            call.HasIndex(c => new { c.Outcome, c.Id });
            call.HasIndex(c => new { c.Operator, c.Id });
            call.HasIndex(c => new { c.ReceivedAt, c.Id, c.Outcome });
            call.HasIndex(c => c.CallerLeg);
            call.HasIndex(c => new { c.Company, c.CallerNumber, c.Id });
            call.HasIndex(c => new { c.CallerNumber, c.Id });
            call.Property(c => c.ViewVersion).HasDefaultValue(0L);

            // The few open calls among all that ever were. Written as Entity Framework writes the query, so that the planner sees they are the same.
            call.HasIndex(c => c.Id).HasFilter("NOT \"IsClosed\"").HasDatabaseName("IX_Calls_Open");
            call.HasIndex(c => c.Id, "IX_Calls_Stale").HasFilter("\"ViewVersion\" <> \"Version\"");
        });
        modelBuilder.Entity<CallEventRow>(callEvent =>
        {
            callEvent.ToTable("CallEvents").HasKey(e => new { e.CallId, e.Sequence });
            callEvent.Property(e => e.CallId).HasMaxLength(IdLength);
            callEvent.Property(e => e.Type).HasMaxLength(SlugLength);
            callEvent.HasIndex(e => e.At).HasFilter("\"Sequence\" = 1").HasDatabaseName("IX_CallEvents_First");
            callEvent.HasOne<CallRow>().WithMany().HasForeignKey(e => e.CallId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<MessageRow>(message =>
        {
            message.ToTable("Messages").HasKey(m => m.Id);
            message.Property(m => m.Id).HasMaxLength(IdLength);
            message.Property(m => m.CallId).HasMaxLength(IdLength);
            message.Property(m => m.Company).HasMaxLength(SlugLength);
            message.HasOne<CallRow>().WithMany().HasForeignKey(m => m.CallId).OnDelete(DeleteBehavior.Restrict);
            message.Property(m => m.AcknowledgedHow).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("Deliveries").HasKey(d => new { d.MessageId, d.Number });
            delivery.Property(d => d.MessageId).HasMaxLength(IdLength);
            delivery.Property(d => d.CallId).HasMaxLength(IdLength);
            delivery.Property(d => d.Company).HasMaxLength(SlugLength);
            delivery.Property(d => d.State).HasMaxLength(SlugLength);
            delivery.HasOne<MessageRow>().WithMany().HasForeignKey(d => d.MessageId).OnDelete(DeleteBehavior.Restrict);
            delivery.Property(d => d.CreatedAt).HasDefaultValue(0L);
            delivery.Property(d => d.UnlessAcknowledged).HasDefaultValue(false);
            delivery.Property(d => d.FollowsFailure).HasDefaultValue(false);
            delivery.Property(d => d.Turn).HasDefaultValue(0);
            delivery.HasIndex(d => d.CallId);
            delivery.HasIndex(d => new { d.Company, d.MessageId, d.Number });
            delivery.HasIndex(d => new { d.State, d.MessageId, d.Number });
            delivery.HasIndex(d => new { d.CreatedAt, d.State, d.EscalatedAt });
            delivery.HasIndex(d => new { d.DueAt, d.MessageId, d.Number }).HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_Deliveries_Pending");
            delivery.HasIndex(d => new { d.MessageId, d.Number }, "IX_Deliveries_Escalated").HasFilter("\"EscalatedAt\" IS NOT NULL");
        });
        modelBuilder.Entity<AttemptRow>(attempt =>
        {
            attempt.ToTable("DeliveryAttempts").HasKey(a => new { a.MessageId, a.Number, a.Attempt });
            attempt.Property(a => a.MessageId).HasMaxLength(IdLength);
            attempt.Property(a => a.Outcome).HasMaxLength(SlugLength);
            attempt.HasOne<DeliveryRow>().WithMany().HasForeignKey(a => new { a.MessageId, a.Number }).OnDelete(DeleteBehavior.Restrict);
        });
        ConfigureViews(modelBuilder);
        ConfigureSingles(modelBuilder);
    }

    private static void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SegmentRow>(segment =>
        {
            segment.ToTable("Segments").HasKey(s => new { s.CallId, s.Number });
            segment.Property(s => s.CallId).HasMaxLength(IdLength);
            segment.Property(s => s.Company).HasMaxLength(SlugLength);
            segment.Property(s => s.Kind).HasMaxLength(SlugLength);
            segment.Property(s => s.Operator).HasMaxLength(SlugLength);
            segment.Property(s => s.Employee).HasMaxLength(SlugLength);
            segment.HasOne<CallRow>().WithMany().HasForeignKey(s => s.CallId).OnDelete(DeleteBehavior.Restrict);
            segment.HasIndex(s => new { s.Company, s.CallId, s.Number });
        });
        modelBuilder.Entity<RecordingRow>(recording =>
        {
            recording.ToTable("Recordings").HasKey(r => new { r.CallId, r.RecordingId });
            recording.Property(r => r.CallId).HasMaxLength(IdLength);
            recording.Property(r => r.RecordingId).HasMaxLength(LongSlugLength);
            recording.Property(r => r.Company).HasMaxLength(SlugLength);
            recording.Property(r => r.State).HasMaxLength(SlugLength);
            recording.HasOne<CallRow>().WithMany().HasForeignKey(r => r.CallId).OnDelete(DeleteBehavior.Restrict);
            recording.HasIndex(r => new { r.Company, r.CallId, r.RecordingId });
            recording.HasIndex(r => new { r.State, r.CallId, r.RecordingId });
        });
        modelBuilder.Entity<QuestionRow>(question =>
        {
            question.ToTable("Questions").HasKey(q => new { q.CallId, q.Key });
            question.Property(q => q.CallId).HasMaxLength(IdLength);
            question.Property(q => q.Key).HasMaxLength(QuestionKeyLength);
            question.Property(q => q.Company).HasMaxLength(SlugLength);
            question.Property(q => q.Faq).HasMaxLength(SlugLength);
            question.HasOne<CallRow>().WithMany().HasForeignKey(q => q.CallId).OnDelete(DeleteBehavior.Restrict);
            question.HasIndex(q => new { q.Company, q.At });
        });
        modelBuilder.Entity<CallbackRow>(callback =>
        {
            callback.ToTable("Callbacks").HasKey(c => c.CallId);
            callback.Property(c => c.CallId).HasMaxLength(IdLength);
            callback.Property(c => c.Company).HasMaxLength(SlugLength);
            callback.Property(c => c.Outcome).HasMaxLength(SlugLength);
            callback.Property(c => c.Stage).HasMaxLength(SlugLength);
            callback.HasOne<CallRow>().WithMany().HasForeignKey(c => c.CallId).OnDelete(DeleteBehavior.Restrict);
            callback.HasIndex(c => new { c.Company, c.CallId });

            // The few open ones, for the work list and for the caller who calls again.
            callback.HasIndex(c => c.CallId, "IX_Callbacks_Open").HasFilter("\"EndedAt\" IS NULL");
            callback.HasIndex(c => new { c.Company, c.CallId }, "IX_Callbacks_OpenOfCompany").HasFilter("\"EndedAt\" IS NULL");
            callback.HasIndex(c => new { c.Company, c.Number }, "IX_Callbacks_OpenOfNumber").HasFilter("\"EndedAt\" IS NULL");
        });
        modelBuilder.Entity<CommandRow>(command =>
        {
            command.ToTable("Commands").HasKey(c => c.Id);
            command.Property(c => c.Id).HasMaxLength(LongSlugLength);
            command.Property(c => c.CallId).HasMaxLength(IdLength);
        });
    }

    private static void ConfigureSingles(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BookmarkRow>().ToTable("Bookmarks").HasKey(b => b.Name);
        modelBuilder.Entity<CompanyRow>(company =>
        {
            company.ToTable("Companies").HasKey(c => c.Company);
            company.Property(c => c.Company).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<CompanyVersionRow>(version =>
        {
            version.ToTable("CompanyVersions").HasKey(v => new { v.Company, v.Version });
            version.Property(v => v.Company).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<CompanyDraftRow>(draft =>
        {
            draft.ToTable("CompanyDrafts").HasKey(d => d.Id);
            draft.Property(d => d.Id).HasMaxLength(IdLength);
            draft.Property(d => d.Company).HasMaxLength(SlugLength);
            draft.HasIndex(d => new { d.Company, d.Id }, "IX_CompanyDrafts_OfCompany");
        });
        modelBuilder.Entity<CompanyPublicationRow>(publication =>
        {
            publication.ToTable("CompanyPublications").HasKey(p => new { p.Company, p.Number });
            publication.Property(p => p.Company).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<OperatorWishRow>(wish =>
        {
            wish.ToTable("OperatorWishes").HasKey(w => w.Operator);
            wish.Property(w => w.Operator).HasMaxLength(SlugLength);
            wish.Property(w => w.Presence).HasMaxLength(SlugLength);
        });
        modelBuilder.Entity<AbsenceRow>(absence =>
        {
            absence.ToTable("Absences").HasKey(a => a.Id);
            absence.Property(a => a.Id).HasMaxLength(IdLength);
            absence.Property(a => a.Company).HasMaxLength(SlugLength);
            absence.Property(a => a.Employee).HasMaxLength(SlugLength);

            // The few that count, among all that ever did.
            absence.HasIndex(a => new { a.Company, a.Id }, "IX_Absences_Open").HasFilter("\"EndedAt\" IS NULL");
        });
        modelBuilder.Entity<AuditRow>(entry =>
        {
            entry.ToTable("AuditEntries").HasKey(e => e.Id);
            entry.Property(e => e.Id).HasMaxLength(IdLength);
            entry.Property(e => e.Act).HasMaxLength(SlugLength);
            entry.Property(e => e.By).HasMaxLength(NameLength);
            entry.Property(e => e.Outcome).HasMaxLength(SlugLength);
            entry.Property(e => e.Role).HasMaxLength(SlugLength);
            entry.Property(e => e.Address).HasMaxLength(SlugLength);
            entry.Property(e => e.CallId).HasMaxLength(IdLength);
            entry.Property(e => e.Company).HasMaxLength(SlugLength);
            entry.Property(e => e.Operator).HasMaxLength(SlugLength);
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Act, e.Id });
            entry.HasIndex(e => new { e.By, e.Id });
            entry.HasIndex(e => new { e.CallId, e.Id });
            entry.HasIndex(e => new { e.Company, e.Id });
        });
        modelBuilder.Entity<StoreCheckRow>(check =>
        {
            check.ToTable("StoreChecks").HasKey(c => c.Id);
            check.Property(c => c.Id).ValueGeneratedNever();
        });
    }
}
