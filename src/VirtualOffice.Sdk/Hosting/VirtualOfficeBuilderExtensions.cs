using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Spooling;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk;

/// <summary>What the core itself offers for an office's composition; adapters bring their own.</summary>
public static class VirtualOfficeBuilderExtensions
{
    /// <summary>Sets how the office treats its calls.</summary>
    public static IVirtualOfficeBuilder Configure(this IVirtualOfficeBuilder builder, Action<OfficeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Runs the office on another clock, scheduler, id source and random source, for example those of a simulation.</summary>
    public static IVirtualOfficeBuilder UseRuntime(this IVirtualOfficeBuilder builder, OfficeRuntime runtime)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(runtime);
        return builder;
    }

    /// <summary>Keeps everything in memory: for trying out and for tests. Everything is gone with the process.</summary>
    public static IVirtualOfficeBuilder UseInMemoryStores(this IVirtualOfficeBuilder builder)
    {
        const string Call = "UseInMemoryStores()";
        ArgumentNullException.ThrowIfNull(builder);
        var journal = new InMemoryCallJournal();
        return builder
            .FillSlot(ServiceDescriptor.Singleton<ICallJournal>(journal), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICallIndex>(journal.Index), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICallbackStore>(journal.Callbacks), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICommandInbox>(journal), Call)
            .FillSlot(ServiceDescriptor.Singleton<IMessageOutbox>(journal.Outbox), Call)
            .FillSlot(ServiceDescriptor.Singleton<IBookmarkStore>(new InMemoryBookmarkStore()), Call)
            .FillSlot(ServiceDescriptor.Singleton<ICompanyStore>(new InMemoryCompanyStore()), Call)
            .FillSlot(ServiceDescriptor.Singleton<IOperatorStore>(new InMemoryOperatorStore()), Call)
            .FillSlot(ServiceDescriptor.Singleton<IAbsenceStore>(new InMemoryAbsenceStore()), Call)
            .FillSlot(ServiceDescriptor.Singleton<IAuditStore>(new InMemoryAuditStore()), Call)
            .FillSlot(ServiceDescriptor.Singleton<IRecordingStore>(new InMemoryRecordingStore()), Call);
    }

    /// <summary>Keeps recordings as WAV files in a folder, which is made when the first one comes.</summary>
    public static IVirtualOfficeBuilder UseRecordingFolder(this IVirtualOfficeBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return builder.FillSlot(ServiceDescriptor.Singleton<IRecordingStore>(new RecordingFolderStore(folder)), "UseRecordingFolder(…)");
    }

    /// <summary>
    /// Lets calls go on when the database is away: the journal is then written, synced, to a file of a folder, and brought into the database when it is back.
    /// When that file cannot be written either, or is full, the office lets go of its PBXs, whose fallback takes the callers, and raises <see cref="OfficeStopped"/>.
    /// For offices of a single host, which needs a folder of its own on a disk that the database does not fill.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="folder">The folder; made when it does not exist.</param>
    /// <param name="maxBytes">How large the file may become: 64 KiB or more; 256 MiB by default, which is some 200,000 calls.</param>
    public static IVirtualOfficeBuilder UseEmergencySpool(this IVirtualOfficeBuilder builder, string folder, long maxBytes = 256L << 20)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 64L << 10);
        return builder.FillSlot(ServiceDescriptor.Singleton(new EmergencySpool(() => new FileSpoolStorage(folder), maxBytes)), "UseEmergencySpool(…)");
    }

    /// <summary>Adds a routing strategy that companies may name in their queue rules, besides the built-in ones.</summary>
    public static IVirtualOfficeBuilder AddRoutingStrategy(this IVirtualOfficeBuilder builder, IRoutingStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(strategy);
        builder.Services.AddSingleton(strategy);
        return builder;
    }

    /// <summary>Adds a step to the intake of calls, after the office's own and those added before.</summary>
    public static IVirtualOfficeBuilder AddCallMiddleware(this IVirtualOfficeBuilder builder, ICallMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Services.AddSingleton(middleware);
        return builder;
    }

    /// <summary>Adds a kind of step that companies' scripts may use, besides the built-in ones.</summary>
    public static IVirtualOfficeBuilder AddScriptStep(this IVirtualOfficeBuilder builder, IScriptStep step)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(step);
        builder.Services.AddSingleton(step);
        return builder;
    }

    /// <summary>Takes companies and operators from code.</summary>
    public static IVirtualOfficeBuilder AddCompanies(this IVirtualOfficeBuilder builder, OfficeDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(definition);
        builder.Services.AddSingleton<ICompanySource>(new FixedCompanySource(definition));
        return builder;
    }

    /// <summary>
    /// Serves the companies that were published to the store (<see cref="ICompanyVersions"/>), beside those of the sources. A company whose source does not have it any more is then
    /// served in its last version, and can be changed by publishing.
    /// </summary>
    public static IVirtualOfficeBuilder AddStoredCompanies(this IVirtualOfficeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<StoredCompanies>();
        return builder;
    }
}
