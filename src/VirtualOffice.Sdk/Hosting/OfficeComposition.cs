using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Events;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Speech;
using VirtualOffice.Sdk.Spooling;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>What an office was composed of; knows which call adds what is missing.</summary>
internal sealed class OfficeComposition(IServiceProvider services)
{
    public OfficeRuntime Runtime { get; } = services.GetRequiredService<OfficeRuntime>();

    public ILoggerFactory Loggers { get; } = services.GetRequiredService<ILoggerFactory>();

    public IReadOnlyList<ITelephonyProvider> Pbxs { get; } = [.. services.GetServices<ITelephonyProvider>()];

    public IReadOnlyList<ICompanySource> CompanySources { get; } = [.. services.GetServices<ICompanySource>()];

    /// <summary>The built-in routing strategies and the host's own.</summary>
    public IReadOnlyList<IRoutingStrategy> Strategies { get; } = [.. RoutingStrategies.BuiltIn, .. services.GetServices<IRoutingStrategy>()];

    /// <summary>The host's own steps of the intake.</summary>
    public IReadOnlyList<ICallMiddleware> IntakeSteps { get; } = [.. services.GetServices<ICallMiddleware>()];

    /// <summary>The host's own kinds of script steps.</summary>
    public IReadOnlyList<IScriptStep> ScriptSteps { get; } = [.. services.GetServices<IScriptStep>()];

    /// <summary>Every kind of script steps.</summary>
    public ScriptKinds Scripts => field ??= new ScriptKinds(ScriptSteps);

    /// <summary>What reads texts aloud; null when the office has nothing that does.</summary>
    public ISpeechSynthesizer? Synthesizer { get; } = services.GetService<ISpeechSynthesizer>();

    /// <summary>What happens, written down for other programs.</summary>
    public EventLog EventLog { get; } = services.GetRequiredService<EventLog>();

    /// <summary>Where it is posted to.</summary>
    public IReadOnlyList<EventWebhook> EventWebhooks { get; } = [.. services.GetServices<EventWebhook>()];

    /// <summary>The legs of people who are rung up to be told a message.</summary>
    public RecipientLegs Recipients { get; } = services.GetRequiredService<RecipientLegs>();

    /// <summary>Counts what goes out for each company.</summary>
    public DialLedger Dials { get; } = services.GetRequiredService<DialLedger>();

    public IReadOnlyList<INotificationChannel> Channels { get; } = [.. services.GetServices<INotificationChannel>()];

    public ICallJournal Journal => Required<ICallJournal>("a journal", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IMessageOutbox Outbox => Required<IMessageOutbox>("an outbox", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IOperatorStore OperatorStore => Required<IOperatorStore>("a store for operators", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IAbsenceStore AbsenceStore => Required<IAbsenceStore>("a store for absences", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IAuditStore AuditStore => Required<IAuditStore>("a store for the audit", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IRecordingStore RecordingStore => Required<IRecordingStore>("a store for recordings", "UseRecordingFolder(…) or UseInMemoryStores()");

    public ICallIndex Index => Required<ICallIndex>("an index of calls", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public ICallbackStore Callbacks => Required<ICallbackStore>("a store for call-backs", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public ICommandInbox Inbox => Required<ICommandInbox>("an inbox", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public IBookmarkStore Bookmarks => Required<IBookmarkStore>("a store for bookmarks", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    public ICompanyStore CompanyStore => Required<ICompanyStore>("a store for companies", "UseEntityFrameworkCore(…) or UseInMemoryStores()");

    /// <summary>Whether companies that were published to the store are served.</summary>
    public bool ServesStoredCompanies => services.GetService<StoredCompanies>() is not null;

    /// <summary>The emergency spool; null when the office has none.</summary>
    public EmergencySpool? Spool => services.GetService<EmergencySpool>();

    public OfficeOptions Options => services.GetRequiredService<IOptions<OfficeOptions>>().Value;

    /// <summary>Checks that nothing is missing or there twice.</summary>
    /// <exception cref="VirtualOfficeException">Something is; the message names the call to add or to leave out.</exception>
    public void Check()
    {
        RefuseWrongLinks(Options);
        _ = (Journal, Index, Callbacks, Inbox, Outbox, Bookmarks, CompanyStore, OperatorStore, RecordingStore, AbsenceStore, AuditStore);
        if (Pbxs.Count == 0)
        {
            throw Missing("a PBX", "AddAsterisk(…) or AddSimulatedPbx()");
        }

        if (CompanySources.Count == 0 && !ServesStoredCompanies)
        {
            throw Missing("companies", "AddCompaniesFrom(…), AddCompanies(…) or AddStoredCompanies()");
        }

        RefuseDoubles(Pbxs.Select(p => p.Name), "PBXs");
        RefuseDoubles(Channels.Select(c => c.Name), "notification channels");
        RefuseDoubles(EventWebhooks.Select(w => w.Name), "event webhooks");
        RefuseDoubles(IntakePipeline.BuiltIn(Index).Concat(IntakeSteps).Select(s => s.Name), "steps of the intake");
        RefuseDoubles(Strategies.Select(s => s.Name), "routing strategies");
        RefuseDoubles(Scripts.All.Select(k => k.Name), "kinds of script steps");
        if (ScriptSteps.FirstOrDefault(s => s.Name != s.Kind.Name) is { } step)
        {
            throw new VirtualOfficeException($"The script step '{step.Name}' says that its kind is '{step.Kind.Name}'; both are the same name.");
        }
    }

    /// <summary>Checks what companies and operators need of the office and of each other.</summary>
    /// <exception cref="VirtualOfficeException">Something is missing; the message says what.</exception>
    public void Check(OfficeDefinition definition)
    {
        OfficeRecovery.RefuseOverloadedOperators(definition.Operators);
        CompanyDirectory.RefuseSharedNumbers(definition.Companies);
        RefuseUnknownStrategies(definition.Companies);
        RefuseUnknownChannels(definition.Companies);
        Scripts.RefuseWrongScripts(definition.Companies);
    }

    /// <summary>Checks that every company names a routing strategy there is.</summary>
    /// <exception cref="VirtualOfficeException">One does not; the message names the company and what is allowed.</exception>
    public void RefuseUnknownStrategies(IEnumerable<CompanyDefinition> companies)
    {
        if (companies.FirstOrDefault(c => Strategies.All(s => s.Name != c.Queue.Strategy)) is { } company)
        {
            throw new VirtualOfficeException(
                $"Company '{company.Id}' names the routing strategy '{company.Queue.Strategy}'; allowed are {string.Join(", ", Strategies.Select(s => s.Name))}, and what AddRoutingStrategy(…) adds.");
        }
    }

    /// <summary>Checks that every company's dispatch rules name notification channels there are.</summary>
    /// <exception cref="VirtualOfficeException">One does not; the message names the company and what is allowed.</exception>
    public void RefuseUnknownChannels(IEnumerable<CompanyDefinition> companies)
    {
        foreach (var company in companies)
        {
            var named = company.Dispatch.SelectMany(r => r.Steps).Select(s => s.Channel).Concat(company.Digests.Select(d => d.Channel));
            if (named.FirstOrDefault(name => name is not null && Channels.All(c => c.Name != name)) is { } unknown)
            {
                var allowed = Channels.Count == 0 ? "none, until one is added, for example with AddEmail(…)" : string.Join(", ", Channels.Select(c => c.Name));
                throw new VirtualOfficeException($"Company '{company.Id}' dispatches messages by the notification channel '{unknown}'; allowed are {allowed}.");
            }
        }
    }

    private static void RefuseWrongLinks(OfficeOptions options)
    {
        if (options.AcknowledgeUrl is not { } url)
        {
            return;
        }

        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))
        {
            throw new VirtualOfficeException($"{nameof(OfficeOptions.AcknowledgeUrl)} is '{url}'; allowed is an absolute address, such as https://office.example.com/acknowledge.");
        }

        if (options.AcknowledgeSecret is null)
        {
            throw new VirtualOfficeException($"{nameof(OfficeOptions.AcknowledgeUrl)} is set, but no {nameof(OfficeOptions.AcknowledgeSecret)}, which its tokens are signed with; set 32 characters or more.");
        }
    }

    private static void RefuseDoubles(IEnumerable<string> names, string what)
    {
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new VirtualOfficeException($"Two {what} have the name '{twice.Key}'; give each its own, or add only one.");
        }
    }

    private static VirtualOfficeException Missing(string what, string call) =>
        new($"The office has no {what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..]}: it needs {what}. Add it in AddVirtualOffice(office => office.{call}).");

    private T Required<T>(string what, string call)
        where T : class => services.GetService<T>() ?? throw Missing(what, call);
}
