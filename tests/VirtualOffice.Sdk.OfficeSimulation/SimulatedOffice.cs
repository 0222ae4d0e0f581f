using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>An office in a simulated world: its PBX and stores outlive its hosts, which can be killed at any moment.</summary>
internal sealed class SimulatedOffice
{
    public static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    public static readonly EmployeeId Anna = EmployeeId.Parse("anna");
    public static readonly OperatorId Olga = OperatorId.Parse("olga");
    public static readonly OperatorId Pavel = OperatorId.Parse("pavel");
    public static readonly DeviceId OlgasPhone = DeviceId.Parse("op1");
    public static readonly DeviceId PavelsPhone = DeviceId.Parse("op2");
    public static readonly PhoneNumber AnnaAtWork = PhoneNumber.Parse("+78124540101");
    public static readonly PhoneNumber AnnaMobile = PhoneNumber.Parse("+79214540102");
    public const string FoxNumber = "+78124540001";

    private readonly InMemoryBookmarkStore _bookmarks = new();
    private readonly InMemoryCompanyStore _companies = new();
    private readonly InMemoryOperatorStore _operators = new();
    private readonly InMemoryAbsenceStore _absences = new();
    private readonly InMemoryAuditStore _audit = new();
    private readonly InMemoryRecordingStore _recordings = new();
    private readonly Action<OfficeOptions>? _configure;
    private readonly IReadOnlyList<ICallMiddleware> _steps;
    private readonly IReadOnlyList<IScriptStep> _scriptSteps;
    private readonly DateTimeOffset _startedAt;

    public SimulatedOffice(int seed = 1, Action<OfficeOptions>? configure = null, SimulatedWorldOptions? options = null, RecordedPrompt? greeting = null, WeeklyHours? hours = null, OfficeDefinition? definition = null, SimulatedPbxOptions? pbx = null, IReadOnlyList<ICallMiddleware>? steps = null, IReadOnlyList<IScriptStep>? scriptSteps = null)
    {
        World = new SimulatedWorld(seed, options);
        _startedAt = World.Clock.GetUtcNow();
        Pbx = new SimulatedPbx(World.Runtime, options: pbx);
        (_configure, _steps, _scriptSteps) = (configure, steps ?? [], scriptSteps ?? []);
        Definition = definition ?? new OfficeDefinition(
            [
                new CompanyDefinition
                {
                    Id = Fox,
                    Name = "Fox Travel",
                    Version = "v1",
                    Numbers = [PhoneNumber.Parse(FoxNumber)],
                    Greeting = new Greeting(null, greeting),
                    Hours = hours,
                    MessagesTo = "office@fox.example",
                    Employees = [new Employee(Anna, "Anna", "anna@fox.example", [AnnaAtWork, AnnaMobile])],
                },
            ],
            [new OperatorDefinition(Olga, "Olga", OlgasPhone, [Fox]), new OperatorDefinition(Pavel, "Pavel", PavelsPhone, [Fox])]);
    }

    public SimulatedWorld World { get; }

    /// <summary>The world's time, which does not jump when the hosts' wall clock does.</summary>
    public DateTimeOffset Now => _startedAt + World.Clock.Elapsed;

    public SimulatedPbx Pbx { get; }

    public InMemoryCallJournal Journal { get; } = new();

    public OfficeDefinition Definition { get; }

    public ErrorLog Errors { get; } = new();

    public MailBag Mail { get; } = new();

    /// <summary>Wraps the journal each new host sees.</summary>
    public Func<ICallJournal, SimulatedHost, ICallJournal> JournalOf { get; set; } = (journal, _) => journal;

    /// <summary>What else each new host is composed of.</summary>
    public Action<IVirtualOfficeBuilder> Compose { get; set; } = _ => { };

    /// <summary>Wraps the outbox each new host sees.</summary>
    public Func<IMessageOutbox, SimulatedHost, IMessageOutbox> OutboxOf { get; set; } = (outbox, _) => outbox;

    /// <summary>Wraps the operators' store each new host sees.</summary>
    public Func<IOperatorStore, SimulatedHost, IOperatorStore> OperatorsOf { get; set; } = (store, _) => store;

    /// <summary>Wraps the recordings' store each new host sees.</summary>
    public Func<IRecordingStore, SimulatedHost, IRecordingStore> RecordingsOf { get; set; } = (store, _) => store;

    /// <summary>Wraps the notification channel each new host sees.</summary>
    public Func<MailBag, SimulatedHost, INotificationChannel> ChannelOf { get; set; } = (mail, _) => mail;

    /// <summary>Completes when the host in charge has started.</summary>
    public Task Started { get; private set; } = Task.CompletedTask;

    /// <summary>What the operators last wished, as the store has it.</summary>
    public IReadOnlyList<OperatorWish> ReadWishes() => _operators.ReadAllAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Absences that were not taken back, as the store has them.</summary>
    public IReadOnlyList<KeptAbsence> ReadAbsences() => _absences.ReadOpenAsync(TenantScope.Office, CancellationToken.None).GetAwaiter().GetResult();

    public SimulatedHost? Host { get; private set; }

    public IVirtualOffice Office { get; private set; } = null!;

    /// <summary>Starts a host; an earlier one must have been killed.</summary>
    public void StartHost(bool wait = true)
    {
        var host = World.AddHost();
        var services = new ServiceCollection();
        foreach (var step in _steps)
        {
            services.AddSingleton(step);
        }

        foreach (var step in _scriptSteps)
        {
            services.AddSingleton(step);
        }

        var provider = services
            .AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(Errors)
            .AddVirtualOffice(office => office
                .UseRuntime(host.Runtime)
                .AddSimulatedPbx(Pbx)
                .FillSlot(ServiceDescriptor.Singleton(JournalOf(Journal, host)), "journal")
                .FillSlot(ServiceDescriptor.Singleton<ICommandInbox>(Journal), "inbox")
                .FillSlot(ServiceDescriptor.Singleton<ICallIndex>(Journal.Index), "index")
                .FillSlot(ServiceDescriptor.Singleton<ICallbackStore>(Journal.Callbacks), "callbacks")
                .FillSlot(ServiceDescriptor.Singleton<IBookmarkStore>(_bookmarks), "bookmarks")
                .FillSlot(ServiceDescriptor.Singleton<ICompanyStore>(_companies), "companies")
                .FillSlot(ServiceDescriptor.Singleton(OutboxOf(Journal.Outbox, host)), "outbox")
                .FillSlot(ServiceDescriptor.Singleton(OperatorsOf(_operators, host)), "operators")
                .FillSlot(ServiceDescriptor.Singleton<IAbsenceStore>(_absences), "absences")
                .FillSlot(ServiceDescriptor.Singleton<IAuditStore>(_audit), "audit")
                .FillSlot(ServiceDescriptor.Singleton(RecordingsOf(_recordings, host)), "recordings")
                .AddCompanies(Definition)
                .AddVoiceChannel()
                .Configure(options => _configure?.Invoke(options))
                .Services.AddSingleton(ChannelOf(Mail, host)))
            .AddVirtualOffice(Compose)
            .BuildServiceProvider();
        var office = provider.GetRequiredService<IVirtualOffice>();
        (Host, Office) = (host, office);
        var started = Started = host.Start(() => office.StartAsync());
        if (wait)
        {
            World.RunUntil(() => (started.IsCompleted && Pbx.IsConnected) || host.IsKilled, TimeSpan.FromMinutes(1));
            if (started.IsFaulted)
            {
                started.GetAwaiter().GetResult();
            }
        }
    }

    public void KillHost() => Host?.Kill();

    public void SetPresence(OperatorId op, OperatorPresence presence)
    {
        var office = Office;
        var set = Host!.Start(() => office.Operators.SetPresenceAsync(op, presence));
        World.RunUntil(() => set.IsCompleted, TimeSpan.FromMinutes(1));
    }

    public CallRecord Call() => ReadCalls().Single();

    public CallRecord RunUntilClosed(TimeSpan? within = null)
    {
        World.RunUntil(() => ReadCalls() is { Count: > 0 } calls && calls.All(c => c.IsClosed), within ?? TimeSpan.FromHours(1));
        return Call();
    }

    public void RunUntilStage(CallStage stage, TimeSpan? within = null) =>
        World.RunUntil(() => ReadCalls() is [var call] && call.Stage == stage, within ?? TimeSpan.FromMinutes(10));

    /// <summary>The calls as the journal has them, read without running anything.</summary>
    public IReadOnlyList<CallRecord> ReadCalls()
    {
        var page = Journal.ReadPageAsync(new CallQuery(TenantScope.Office, null, 500), CancellationToken.None).GetAwaiter().GetResult();
        return [.. page.Select(h => CallRecord.Fold(h.Call, h.Events)).Reverse()];
    }

    /// <summary>The call-back tasks, those that have ended among them, read without running anything.</summary>
    public IReadOnlyList<CallbackTask> ReadCallbacks() =>
        Journal.Callbacks.ListAsync(new CallbackFilter(TenantScope.Office, Limit: 500, WithEnded: true), CancellationToken.None).GetAwaiter().GetResult();
}
