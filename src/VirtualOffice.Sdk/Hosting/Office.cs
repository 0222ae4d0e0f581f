using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Supervision;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>The office: puts the parts together at start, recovers what an earlier run has left, and stops commanding at the end.</summary>
internal sealed partial class Office(
    OfficeComposition composition,
    OfficeEvents events,
    OfficeInstruments instruments,
    CompanyDirectory companies,
    EmployeeBook employees,
    OperatorRoster roster,
    CallDirectory directory,
    FailStop failStop) : IVirtualOffice
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<PbxLink> _pbxs = [];
    private readonly List<(string Name, Task Task)> _running = [];
    private OfficeParts? _parts;
    private ICalls? _calls;
    private ICompanyVersions? _versions;
    private IQueues? _queues;
    private IMessages? _messages;
    private ICallbacks? _callbacks;
    private IRecordings? _recordings;
    private ISupervision? _supervision;
    private AuditTrail? _audit;
    private int _started;

    public ICalls Calls => Started(_calls);

    public IOperators Operators => roster;

    public ICompanies Companies => companies;

    public IEmployees Employees => employees;

    public ICompanyVersions CompanyVersions => Started(_versions);

    public IQueues Queues => Started(_queues);

    public IMessages Messages => Started(_messages);

    public ICallbacks Callbacks => Started(_callbacks);

    public IRecordings Recordings => Started(_recordings);

    public ISupervision Supervision => Started(_supervision);

    public IAudit Audit => Started(_audit);

    public IOfficeEvents Events => events;

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
        {
            throw new VirtualOfficeException("The office is started already; it can be started once.");
        }

        return OnSchedulerAsync(() => StartPartsAsync(cancellationToken));
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await OnSchedulerAsync(StopPartsAsync).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host's time to stop has run out. What is journaled stands; whatever else goes on stopping for as long as the process lives.
            var unfinished = string.Join(", ", _running.Where(r => !r.Task.IsCompleted).Select(r => r.Name));
            LogUnfinished(composition.Loggers.CreateLogger<Office>(), directory.Count, unfinished.Length == 0 ? "nothing else" : unfinished);
        }
    }

    public async Task<OfficeReadiness> CheckReadinessAsync(CancellationToken cancellationToken = default)
    {
        if (failStop.Reason is { } reason)
        {
            return new OfficeReadiness([$"the office: it stopped itself because {reason}"]);
        }

        if (_parts is null || _pbxs.Count == 0)
        {
            return new OfficeReadiness(["the office: not started"]);
        }

        var missing = _pbxs.Where(c => c.Missing is not null).Select(c => $"PBX {c.Name}: {c.Missing}").ToList();
        try
        {
            await _parts.Journal.CheckAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            missing.Add($"database: {e.Message}");
        }

        return new OfficeReadiness(missing);
    }

    public Task<OfficeBooks> DrawUpBooksAsync(CancellationToken cancellationToken = default) => Started(_parts).Bookkeeper.DrawUpAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_parts is not null)
        {
            await _parts.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private string? NameOf(OperatorId id) => roster.Find(id)?.Definition.Name;

    private static T Started<T>(T? part)
        where T : class => part ?? throw new VirtualOfficeException("The office is not started yet; call StartAsync first.");

    private Task OnSchedulerAsync(Func<Task> work) => Task.Factory
        .StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, composition.Runtime.Scheduler)
        .Unwrap();

    private async Task StartPartsAsync(CancellationToken cancellationToken)
    {
        composition.Check();
        var sources = new CompanySources(composition.CompanySources, composition.CompanyStore, composition.ServesStoredCompanies);
        if (composition.ServesStoredCompanies)
        {
            await composition.Journal.CheckAsync(cancellationToken);
        }

        await sources.LoadAsync(cancellationToken);
        var definition = sources.Definition;
        composition.Check(definition);
        companies.Replace(definition.Companies);
        failStop.Attach(LetGo);
        Run("the event log", composition.EventLog.RunAsync);
        foreach (var webhook in composition.EventWebhooks)
        {
            Run($"webhook {webhook.Name}", webhook.RunAsync);
        }

        var parts = _parts = new OfficeParts(composition, events, instruments, companies, directory, employees, NameOf, failStop);
        await parts.Journal.CheckAsync(cancellationToken);
        await (parts.Spool?.RecoverAsync(cancellationToken) ?? Task.CompletedTask);
        var publisher = parts.PublisherFor(sources, roster);
        await publisher.StartAsync(cancellationToken);
        _versions = publisher;

        await employees.LoadAsync(composition.AbsenceStore, cancellationToken);
        directory.Attach(parts.CallServices);
        roster.Attach(parts.Dispatcher, composition.OperatorStore);
        var notes = new NoteTaking(parts.Journal, parts.Inbox, directory, events, parts.Runtime.Clock);
        var late = new LateMessages(parts.Journal, parts.Inbox, companies, parts.Versions, parts.Transfers.Employees, parts.Outbox, events, composition.Options, parts.Runtime, NameOf);
        _calls = new CallService(
            parts.Journal, parts.Inbox, directory, companies, parts.Intake, composition.Scripts, roster, parts.Transfers, notes, late, parts.Runtime.Clock);
        _queues = new QueueService(parts.Dispatcher);
        _messages = new MessageService(composition.Outbox, parts.Outbox, parts.Deliveries, parts.Journal, composition.RecordingStore, composition.Scripts, composition.Options, parts.Runtime.Clock);
        var dialler = new CallbackDialler(composition.Callbacks, parts.Journal, companies, _pbxs);
        _callbacks = new CallbackService(composition.Callbacks, dialler, events, parts.Runtime.Clock);
        _recordings = new RecordingService(composition.RecordingStore);
        _audit = new AuditTrail(composition.AuditStore, parts.Runtime, events, instruments, composition.Loggers.CreateLogger<AuditTrail>());
        _supervision = new CallListening(directory, roster, composition.Recipients, _audit, events, parts.Runtime, composition.Options, composition.Loggers.CreateLogger<CallListening>());

        var (open, foreign) = await OfficeRecovery.ReadOpenCallsAsync(parts.Journal, composition.Pbxs.Select(p => p.Name), composition.Loggers, cancellationToken);
        parts.Bookkeeper.ForeignCalls = foreign;
        await parts.Versions.RememberAsync(open, cancellationToken);
        await OfficeRecovery.RestoreBoardAsync(parts.Dispatcher, definition.Companies, definition.Operators, composition.OperatorStore, open, cancellationToken);
        foreach (var pbx in composition.Pbxs)
        {
            var link = new PbxLink(pbx, parts, directory, events, composition.Loggers);
            link.Recover(open.Where(r => r.CallerLeg.Pbx == pbx.Name));
            _pbxs.Add(link);
            Run($"PBX {pbx.Name}", link.RunAsync);
        }

        Run("calling back", new CallbackWorker(dialler, composition.Callbacks, _queues, companies, directory, parts.Runtime, composition.Loggers.CreateLogger<CallbackWorker>()).RunAsync);
        foreach (var source in sources.All)
        {
            Run("watching companies' documents", stopping => publisher.WatchAsync(source, stopping));
        }

        Run("the dial history", new DialHistory(parts.Journal, companies, composition.Dials, parts.Runtime, composition.Loggers.CreateLogger<DialHistory>()).RunAsync);
        Run("deliveries", parts.Outbox.RunAsync);
        Run("the work list's reminder", parts.Reminder.RunAsync);
        Run("digests", parts.Digests.RunAsync);
        Run("the books", parts.Books.RunAsync);
        Run("the audit", _audit.RunAsync);
        if (parts.Spool is { } spool)
        {
            Run("the emergency spool", spool.RunAsync);
        }
    }

    private void Run(string name, Func<CancellationToken, Task> work) => _running.Add((name, OnSchedulerAsync(() => work(_stopping.Token))));

    /// <summary>Lets go of the PBXs; conversations go on there, and new callers are taken by the fallback.</summary>
    private void LetGo(string reason)
    {
        events.Publish(new OfficeStopped(reason));
        _ = OnSchedulerAsync(StopPartsAsync);
    }

    private async Task StopPartsAsync()
    {
        _stopping.Cancel();
        await directory.StopAsync();
        await Task.WhenAll(_running.Select(r => r.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [LoggerMessage(1507, LogLevel.Error, "The time to stop ran out while {Calls} calls were being let go of, and these were stopping: {Unfinished}. What is journaled stands; the next start goes on from it")]
    private static partial void LogUnfinished(ILogger logger, int calls, string unfinished);
}
