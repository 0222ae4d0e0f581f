using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Bookkeeping;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Digests;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Reconciliation;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Speech;
using VirtualOffice.Sdk.Spooling;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>The parts of an office that has been composed completely, put together.</summary>
internal sealed class OfficeParts : IAsyncDisposable
{
    private readonly OfficeComposition _composition;
    private readonly OfficeEvents _events;
    private readonly OfficeInstruments _instruments;
    private readonly CompanyDirectory _companies;
    private readonly SpoolLog? _spoolLog;
    private readonly SpeechCache? _speech;
    private readonly Func<OperatorId, string?> _operatorName;

    public OfficeParts(
        OfficeComposition composition,
        OfficeEvents events,
        OfficeInstruments instruments,
        CompanyDirectory companies,
        CallDirectory calls,
        EmployeeBook employees,
        Func<OperatorId, string?> operatorName,
        FailStop failStop)
    {
        _operatorName = operatorName;
        (_composition, _events, _instruments, _companies) = (composition, events, instruments, companies);
        (Runtime, Options, Journal, Inbox) = (composition.Runtime, composition.Options, composition.Journal, composition.Inbox);
        if (composition.Spool is { } spool)
        {
            _spoolLog = new SpoolLog(spool.Open(), spool.MaxBytes);
            Spool = new SpooledCallJournal(Journal, Inbox, _spoolLog, Runtime, failStop, Logger<SpooledCallJournal>());
            (Journal, Inbox) = (Spool, Spool);
        }

        Vault = new RecordingVault(composition.RecordingStore, Runtime.Clock, Logger<RecordingVault>());
        Deliveries = new DeliveryRunner(composition.Outbox, composition.RecordingStore, composition.Channels, Runtime, Options, events, instruments, Logger<DeliveryRunner>(), companies);
        Digests = new DigestWorker(Journal, composition.Bookmarks, companies, composition.Channels, Runtime, Options, Logger<DigestWorker>());
        Reminder = new WorkListReminder(composition.Outbox, Runtime, Options, events, Logger<WorkListReminder>());
        Outbox = new OutboxWorker(composition.Outbox, Deliveries, Runtime, Logger<OutboxWorker>());
        var dispatching = new DispatchOptions(Options.WrapUp, Options.DeclinePause, Options.MissesBeforeBreak)
        {
            ExplainOffers = Options.ExplainOffers,
            Strategies = [.. composition.Strategies.Select(s => RoutingStrategies.BuiltIn.Contains(s) ? s : new GuardedStrategy(s, Runtime.Clock, instruments, Logger<GuardedStrategy>()))],
        };
        Dispatcher = new CallDispatcher(new OfficeBoard(dispatching, Runtime.Ids, instruments.Service), Runtime, calls, Logger<CallDispatcher>());
        Bookkeeper = new Bookkeeper(composition.Index, composition.Outbox, composition.Callbacks, calls, Runtime.Clock, () => Spool?.PendingCount ?? 0);
        Books = new BooksWorker(Bookkeeper, Runtime, events, instruments, Logger<BooksWorker>());
        Intake = new IntakePipeline([.. IntakePipeline.BuiltIn(composition.Index), .. composition.IntakeSteps], Runtime.Clock, Logger<IntakePipeline>());
        Transfers = new TransferPlanner(companies, employees, composition.Dials, Options);
        _speech = composition.Synthesizer is { } synthesizer ? new SpeechCache(synthesizer) : null;
        Versions = new CompanyVersions(composition.CompanyStore, companies);
    }

    public OfficeRuntime Runtime { get; }

    public OfficeOptions Options { get; }

    /// <summary>The journal, behind the emergency spool where there is one.</summary>
    public ICallJournal Journal { get; }

    public ICommandInbox Inbox { get; }

    /// <summary>The emergency spool; null when the office has none.</summary>
    public SpooledCallJournal? Spool { get; }

    public RecordingVault Vault { get; }

    public DeliveryRunner Deliveries { get; }

    public WorkListReminder Reminder { get; }

    public DigestWorker Digests { get; }

    public RecipientLegs Recipients => _composition.Recipients;

    public OutboxWorker Outbox { get; }

    public CallDispatcher Dispatcher { get; }

    public Bookkeeper Bookkeeper { get; }

    public BooksWorker Books { get; }

    public CompanyVersions Versions { get; }

    public IntakePipeline Intake { get; }

    public TransferPlanner Transfers { get; }

    public CallServices CallServices => new(
        Runtime, Options, Journal, Inbox, _composition.Index, _composition.Callbacks, Dispatcher, _companies, Vault, _events, _instruments, Outbox, Intake, _composition.Scripts, Transfers, _speech, _operatorName, Logger<CallSession>());

    /// <summary>What brings changes of companies and operators into force.</summary>
    public CompanyPublisher PublisherFor(CompanySources sources, OperatorRoster roster) => new(
        sources, _composition.CompanyStore, _companies, roster, Dispatcher, _events, Runtime, _composition.Check, _composition.Scripts, _composition.ServesStoredCompanies, Logger<CompanyPublisher>());

    /// <summary>What imports a PBX's own call records; null when it keeps none.</summary>
    public CallRecordImporter? ImporterFor(ITelephonyProvider pbx, CallDirectory calls) => pbx is not IPbxCallRecords records
        ? null
        : new CallRecordImporter(
            pbx.Name,
            records,
            new MissedCallWriter(pbx, Journal, _companies, Vault, Outbox, _events, _instruments, Runtime, Options),
            _composition.Index,
            _composition.Bookmarks,
            calls,
            () => Spool?.PendingCount > 0,
            Logger<CallRecordImporter>());

    public async ValueTask DisposeAsync()
    {
        await Dispatcher.DisposeAsync();
        _spoolLog?.Dispose();
    }

    private ILogger<T> Logger<T>() => _composition.Loggers.CreateLogger<T>();
}
