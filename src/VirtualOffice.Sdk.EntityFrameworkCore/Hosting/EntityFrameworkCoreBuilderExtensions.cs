using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>Adds the stores on Entity Framework Core to an office.</summary>
public static class EntityFrameworkCoreBuilderExtensions
{
    /// <summary>
    /// Keeps journal, views, call-back tasks, inbox, outbox, bookmarks, companies' versions, employees' absences, operators' wishes and the audit in a database:
    /// <c>UseEntityFrameworkCore(db => db.UseSqlite("Data Source=office.db"))</c>.
    /// <see cref="OfficeDatabaseExtensions.MigrateOfficeDatabaseAsync"/> creates the tables and brings older ones up to date; call it before the office starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Chooses the provider and its connection string.</param>
    /// <exception cref="VirtualOfficeException">One of the slots is filled already.</exception>
    public static IVirtualOfficeBuilder UseEntityFrameworkCore(this IVirtualOfficeBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        const string Call = "UseEntityFrameworkCore(…)";
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder
            .FillSlot(ServiceDescriptor.Singleton<ICallJournal, EntityFrameworkCallJournal>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICallIndex, EntityFrameworkCallIndex>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICallbackStore, EntityFrameworkCallbackStore>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICommandInbox, EntityFrameworkCommandInbox>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<IMessageOutbox, EntityFrameworkMessageOutbox>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<IBookmarkStore, EntityFrameworkBookmarkStore>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICompanyStore, EntityFrameworkCompanyStore>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<IAbsenceStore, EntityFrameworkAbsenceStore>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<IAuditStore, EntityFrameworkAuditStore>(), Call)
            .FillSlot(ServiceDescriptor.Singleton<IOperatorStore, EntityFrameworkOperatorStore>(), Call);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<OfficeDatabase>();
        builder.Services.AddSingleton<StoreWriter>();
        builder.Services.AddSingleton<OfficeMigrator>();
        builder.Services.AddPooledDbContextFactory<OfficeDbContext>(options => Configure(options, configure));
        return builder;
    }

    private static void Configure(DbContextOptionsBuilder options, Action<DbContextOptionsBuilder> configure)
    {
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

        // Entity Framework tells every query at Information by default: too much for an office that is looked at all day.
        options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
        configure(options);
        options.AddInterceptors(SqliteConnectionSetup.Instance);
    }
}
