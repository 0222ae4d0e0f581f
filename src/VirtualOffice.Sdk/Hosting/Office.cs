using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk;

/// <summary>The office: puts the parts together at start, recovers what an earlier run has left, and stops commanding at the end.</summary>
internal sealed class Office(
    OfficeComposition composition,
    OfficeEvents events,
    OfficeInstruments instruments,
    CompanyDirectory companies,
    OperatorRoster roster,
    CallDirectory directory) : IVirtualOffice
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<PbxConnection> _connections = [];
    private readonly List<Task> _running = [];
    private CallDispatcher? _dispatcher;
    private ICallJournal? _journal;
    private ICalls? _calls;
    private IMessages? _messages;
    private IRecordings? _recordings;
    private int _started;

    public ICalls Calls => Started(_calls);

    public IOperators Operators => roster;

    public ICompanies Companies => companies;

    public IMessages Messages => Started(_messages);

    public IRecordings Recordings => Started(_recordings);

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

        await OnSchedulerAsync(StopPartsAsync).WaitAsync(cancellationToken);
    }

    public async Task<OfficeReadiness> CheckReadinessAsync(CancellationToken cancellationToken = default)
    {
        if (_journal is null || _connections.Count == 0)
        {
            return new OfficeReadiness(["the office: not started"]);
        }

        var missing = _connections.Where(c => c.Missing is not null).Select(c => $"PBX {c.Name}: {c.Missing}").ToList();
        try
        {
            await _journal.CheckAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            missing.Add($"database: {e.Message}");
        }

        return new OfficeReadiness(missing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_dispatcher is not null)
        {
            await _dispatcher.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private static T Started<T>(T? part)
        where T : class => part ?? throw new VirtualOfficeException("The office is not started yet; call StartAsync first.");

    private Task OnSchedulerAsync(Func<Task> work) => Task.Factory
        .StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, composition.Runtime.Scheduler)
        .Unwrap();

    private async Task StartPartsAsync(CancellationToken cancellationToken)
    {
        composition.Check();
        var definition = await LoadDefinitionAsync(cancellationToken);
        companies.Replace(definition.Companies);
        _journal = composition.Journal;
        await _journal.CheckAsync(cancellationToken);

        var options = composition.Options;
        var board = new DispatchBoard(new DispatchOptions(options.WrapUp, options.DeclinePause), composition.Runtime.Ids);
        _dispatcher = new CallDispatcher(board, composition.Runtime, directory, composition.Loggers.CreateLogger<CallDispatcher>());
        var outbox = new OutboxWorker(
            composition.Outbox,
            composition.RecordingStore,
            composition.Channels,
            composition.Runtime,
            events,
            instruments,
            composition.Loggers.CreateLogger<OutboxWorker>());
        directory.Attach(new CallServices(
            composition.Runtime,
            options,
            _journal,
            _dispatcher,
            companies,
            new RecordingVault(composition.RecordingStore, composition.Loggers.CreateLogger<RecordingVault>()),
            events,
            instruments,
            outbox,
            composition.Loggers.CreateLogger<CallSession>()));
        roster.Attach(_dispatcher, composition.OperatorStore);
        (_calls, _messages, _recordings) = (new CallService(_journal, directory), new MessageService(composition.Outbox), new RecordingService(composition.RecordingStore));

        var open = await OfficeRecovery.ReadOpenCallsAsync(_journal, composition.Pbxs.Select(p => p.Name), composition.Loggers, cancellationToken);
        await OfficeRecovery.RestoreBoardAsync(_dispatcher, definition.Operators, composition.OperatorStore, open, cancellationToken);
        foreach (var pbx in composition.Pbxs)
        {
            var connection = new PbxConnection(pbx, directory, composition.Runtime, events, composition.Loggers.CreateLogger<PbxConnection>());
            connection.Recover(open.Where(r => r.CallerLeg.Pbx == pbx.Name));
            _connections.Add(connection);
            _running.Add(OnSchedulerAsync(() => connection.RunAsync(_stopping.Token)));
        }

        _running.Add(OnSchedulerAsync(() => outbox.RunAsync(_stopping.Token)));
    }

    private async Task<OfficeDefinition> LoadDefinitionAsync(CancellationToken cancellationToken)
    {
        var companyDefinitions = new List<CompanyDefinition>();
        var operators = new List<OperatorDefinition>();
        foreach (var source in composition.CompanySources)
        {
            var definition = await source.LoadAsync(cancellationToken);
            companyDefinitions.AddRange(definition.Companies);
            operators.AddRange(definition.Operators);
        }

        OfficeRecovery.RefuseOverloadedOperators(operators);
        return new OfficeDefinition(companyDefinitions, operators);
    }

    private async Task StopPartsAsync()
    {
        _stopping.Cancel();
        await directory.StopAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
