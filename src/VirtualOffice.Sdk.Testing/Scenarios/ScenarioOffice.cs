using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>
/// A whole office for trying call flows: companies from their documents, a simulated PBX, people who do as they are told, and a clock that stands still until it is moved.
/// Everything happens in one thread and the same way every time.
/// </summary>
/// <remarks>
/// Operators are available from the start and answer after two seconds; numbers that nothing was said about ring and are not answered. What is not as it should be is a <see cref="ScenarioException"/>.
/// Not safe for concurrent use.
/// </remarks>
public sealed class ScenarioOffice : IDisposable
{
    private const double Looks = 200;
    private const double ShortestStep = 0.25;
    private const double LongestStep = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ScenarioOptions _options;
    private readonly OfficeDefinition _definition;
    private readonly IServiceCollection _stores;
    private readonly ICallJournal _journal;
    private readonly SortedDictionary<string, ScenarioPhone> _phones = new(StringComparer.Ordinal);
    private readonly List<ScenarioCaller> _callers = [];
    private readonly List<ScenarioNote> _notes = [];
    private SimulatedHost? _host;

    /// <summary>Opens an office.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong; the message lists every problem.</exception>
    public ScenarioOffice(ScenarioOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;

        // Read beforehand: in the simulated world there are no files.
        _definition = ScenarioFolder.Load(options.Folder, options.Documents);
        World = new SimulatedWorld(options.Seed, new SimulatedWorldOptions { StartAt = options.StartAt });
        Pbx = new SimulatedPbx(World.Runtime);
        Pbx.SetOtherNumbers(_ => SimulatedPhone.NeverAnswers);
        Channels = [.. options.Channels.Select(name => new ScenarioChannel(this, name))];
        _stores = ScenarioStores.New();
        _journal = ScenarioStores.Of<ICallJournal>(_stores);
        try
        {
            StartHost();
            Names = new ScenarioNames(this);
            TimeZone = options.TimeZone ?? Office.Companies.List()[0].TimeZone;
            Operators = [.. Office.Operators.List().Select(o => new ScenarioOperator(this, o.Definition, PhoneOf(new DeviceTarget(o.Definition.Device), o.Definition.Id.Value, SimulatedPhone.Answers(TimeSpan.FromSeconds(2)))))];
            foreach (var op in Operators)
            {
                op.SetPresence(OperatorPresence.Available);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Opens an office with the documents of a folder.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong; the message lists every problem.</exception>
    public static ScenarioOffice FromFolder(string folder, Action<ScenarioOptions>? configure = null)
    {
        var options = new ScenarioOptions { Folder = folder };
        configure?.Invoke(options);
        return new ScenarioOffice(options);
    }

    /// <summary>Opens an office with documents given as text, each a company or a list of operators.</summary>
    /// <exception cref="OfficeDefinitionException">A document is wrong; the message lists every problem.</exception>
    public static ScenarioOffice FromYaml(params IReadOnlyList<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var options = new ScenarioOptions();
        for (var i = 0; i < documents.Count; i++)
        {
            options.Documents.Add($"document-{i + 1}.yaml", documents[i]);
        }

        return new ScenarioOffice(options);
    }

    /// <summary>The running office.</summary>
    public IVirtualOffice Office { get; private set; } = null!;

    /// <summary>The world it is in: its clock and its threads.</summary>
    public SimulatedWorld World { get; }

    /// <summary>The PBX it is connected to.</summary>
    public SimulatedPbx Pbx { get; }

    /// <summary>The zone of the times in the timeline and in sentences.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.Utc;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => World.Clock.GetUtcNow();

    /// <summary>The operators, as the documents order them.</summary>
    public IReadOnlyList<ScenarioOperator> Operators { get; } = [];

    /// <summary>Everybody who called, in order.</summary>
    public IReadOnlyList<ScenarioCaller> Callers => _callers;

    /// <summary>The channels that messages are sent by.</summary>
    public IReadOnlyList<ScenarioChannel> Channels { get; }

    /// <summary>Everything that happened so far, one line each.</summary>
    public string Timeline => new ScenarioTimeline(this, _notes).ToString();

    internal ScenarioNames Names { get; } = null!;

    internal IReadOnlyList<ScenarioPhone> Phones => [.. _phones.Values];

    internal IMessageOutbox Outbox => ScenarioStores.Of<IMessageOutbox>(_stores);

    internal ICallbackStore CallbackStore => ScenarioStores.Of<ICallbackStore>(_stores);

    /// <summary>Somebody calls a company.</summary>
    /// <param name="dialled">The number they dial.</param>
    /// <param name="from">Their own number; null when it is withheld.</param>
    /// <param name="name">What they are called in the scenario.</param>
    /// <param name="displayName">The name the network shows; null when there is none.</param>
    public ScenarioCaller Call(string dialled, string? from = null, string name = "caller", string? displayName = null)
    {
        Note(name, $"dials {dialled}{(from is null ? "" : $" from {from}")}");
        var caller = new ScenarioCaller(this, name, Pbx.PlaceCall(dialled, from, displayName));
        _callers.Add(caller);
        Advance(TimeSpan.FromSeconds(1));
        return caller;
    }

    /// <summary>A phone: the number of a phone, a device, an operator, or an employee's, such as <c>anna's mobile</c>.</summary>
    /// <exception cref="ScenarioException">There is no such phone.</exception>
    public ScenarioPhone Phone(string whose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(whose);
        return PhoneOf(Names.TargetOf(whose), whose, SimulatedPhone.NeverAnswers);
    }

    /// <summary>An operator of the office.</summary>
    /// <exception cref="ScenarioException">There is no such operator.</exception>
    public ScenarioOperator Operator(string id) => Operators.FirstOrDefault(o => o.Definition.Id.Value == id)
        ?? throw Failure($"There is no operator '{id}'; there are {string.Join(", ", Operators.Select(o => o.Definition.Id))}.");

    /// <summary>A channel that messages are sent by.</summary>
    /// <exception cref="ScenarioException">There is no such channel.</exception>
    public ScenarioChannel Channel(string name) => Channels.FirstOrDefault(c => c.Name == name)
        ?? throw Failure($"There is no channel '{name}'; there are {string.Join(", ", Channels.Select(c => c.Name))}.");

    /// <summary>Lets time pass, and everything happen that happens in it.</summary>
    public void Advance(TimeSpan time) => World.RunFor(time);

    /// <summary>Lets time pass until something is so.</summary>
    /// <returns>Whether it came to be so in time.</returns>
    public bool AdvanceUntil(Func<bool> condition, TimeSpan within)
    {
        ArgumentNullException.ThrowIfNull(condition);
        // By steps: what is looked at lies in the stores, and looking is dear.
        var end = Now + within;
        var step = TimeSpan.FromSeconds(Math.Clamp(within.TotalSeconds / Looks, ShortestStep, LongestStep));
        while (!condition())
        {
            if (Now >= end)
            {
                return false;
            }

            var left = end - Now;
            Advance(left < step ? left : step);
        }

        return true;
    }

    /// <summary>Says that something must be so now, or come to be so in a time.</summary>
    /// <param name="condition">What must be so.</param>
    /// <param name="expectation">The same in words, for the failure.</param>
    /// <param name="within">The time; zero by default.</param>
    /// <exception cref="ScenarioException">It is not so.</exception>
    public void Expect(Func<bool> condition, string expectation, TimeSpan within = default)
    {
        if (!AdvanceUntil(condition, within))
        {
            throw Failure($"Expected {expectation}{(within > TimeSpan.Zero ? $" within {ShortTimes.Of(within)}" : "")}.");
        }
    }

    /// <summary>Carries a sentence out, as they stand in scenario documents; see <c>docs/scenarios.md</c>.</summary>
    /// <exception cref="ScenarioException">It cannot be carried out, is not understood, or what it expects is not so.</exception>
    public void Do(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        SentenceBook.Carry(this, sentence);
    }

    /// <summary>The calls of the office, oldest first.</summary>
    public IReadOnlyList<CallRecord> ReadCalls() =>
        [.. World.Run(() => _journal.ReadPageAsync(new CallQuery(TenantScope.Office, null, 500), CancellationToken.None)).Select(h => CallRecord.Fold(h.Call, h.Events)).Reverse()];

    /// <summary>Kills the office's process, as a power cut does. Calls go on at the PBX.</summary>
    public void KillHost()
    {
        Note("host", "is killed");
        _host!.Kill();
    }

    /// <summary>Starts the office's process, again after <see cref="KillHost"/>.</summary>
    public void StartHost()
    {
        Note("host", "starts");
        _host = World.AddHost();
        var services = new ServiceCollection();
        services.AddVirtualOffice(office =>
        {
            office.UseRuntime(_host.Runtime).AddSimulatedPbx(Pbx).AddCompanies(_definition).AddVoiceChannel();
            office.Configure(o =>
            {
                o.EscalateTo = "supervisor@office.example";
                o.AcknowledgeUrl = new Uri("https://office.example/acknowledge");
                o.AcknowledgeSecret = new string('s', 32);
                _options.Configure?.Invoke(o);
            });
            _options.Compose?.Invoke(office);
            foreach (var channel in Channels)
            {
                office.Services.AddSingleton<INotificationChannel>(new ScenarioChannelOfHost(channel));
            }
        });
        ScenarioStores.AddTo(services, _stores);
        var office = Office = services.BuildServiceProvider().GetRequiredService<IVirtualOffice>();
        var started = _host.Start(() => office.StartAsync());
        World.RunUntil(() => (started.IsCompleted && Pbx.IsConnected) || started.IsFaulted, TimeSpan.FromMinutes(1));
        started.GetAwaiter().GetResult();
    }

    /// <summary>The failure of a scenario at this moment.</summary>
    /// <param name="problem">What was expected and what there was.</param>
    /// <param name="innerException">What it came from; null when from nothing.</param>
    public ScenarioException Failure(string problem, Exception? innerException = null) => new(problem, Timeline, innerException);

    /// <summary>Closes the office.</summary>
    public void Dispose()
    {
        _host?.Kill();
    }

    internal void Note(string who, string what) => _notes.Add(new ScenarioNote(Now, who, what));

    /// <summary>Has something done in the office's process.</summary>
    internal void Act(string what, Func<IVirtualOffice, Task> act)
    {
        var office = Office;
        var done = _host!.Start(() => act(office));
        World.RunUntil(() => done.IsCompleted, Patience);
        if (done.Exception?.InnerException is { } error)
        {
            throw Failure($"This could not be done ({what}): {error.Message}", error);
        }
    }

    internal T Ask<T>(Func<IVirtualOffice, Task<T>> ask)
    {
        var office = Office;
        return World.Run(() => ask(office));
    }

    internal CallRecord? FindCall(LegId caller) => ReadCalls().FirstOrDefault(c => c.CallerLeg == caller);

    internal IReadOnlyList<CallHistory> ReadHistories() =>
        [.. World.Run(() => _journal.ReadPageAsync(new CallQuery(TenantScope.Office, null, 500), CancellationToken.None)).Reverse()];

    private ScenarioPhone PhoneOf(DialTarget target, string name, SimulatedPhone behaviour)
    {
        var key = ScenarioNames.KeyOf(target);
        if (!_phones.TryGetValue(key, out var phone))
        {
            _phones.Add(key, phone = new ScenarioPhone(this, name, target, behaviour));
        }

        return phone;
    }
}
