using System.Globalization;
using System.Runtime.CompilerServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Events;

/// <summary>Keeps the last events in a ring, numbered; any number of readers go through it, each at its own pace. An event is written out for the first who reads it: where nobody does it costs next to nothing.</summary>
internal sealed class EventLog(OfficeEvents events, Func<CallId, CompanyId?> companyOf, OfficeRuntime runtime) : IEventLog
{
    private const int Capacity = 10_000;
    private const int MaxBatch = 100;

    private readonly Lock _gate = new();
    private readonly Kept[] _ring = new Kept[Capacity];
    private readonly Dictionary<CallId, CompanyId> _companies = [];
    private readonly string _run = runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
    private long _count;
    private TaskCompletionSource _more = NewSignal();

    public string Last
    {
        get
        {
            lock (_gate)
            {
                return IdOf(_count);
            }
        }
    }

    /// <summary>Writes down what happens, until the office stops.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var officeEvent in events.ReadAllAsync(cancellationToken))
        {
            Append(officeEvent);
        }
    }

    public async IAsyncEnumerable<EventEntry> ReadAsync(string? after, TenantScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var at = PositionOf(after);
        while (true)
        {
            var (batch, next, more) = Take(at, scope);
            at = next;
            foreach (var entry in batch)
            {
                yield return entry;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The position behind an event: the first number is 1. Negative for one of which is not known what followed.</summary>
    public long PositionOf(string? after)
    {
        lock (_gate)
        {
            return after is null ? _count : TryRead(after, out var number) && number <= _count ? number : -1;
        }
    }

    /// <summary>The next events from a position on, for whom they are, the position behind them, and what completes when there are more.</summary>
    public (IReadOnlyList<EventEntry> Batch, long Next, Task More) Take(long position, TenantScope scope)
    {
        lock (_gate)
        {
            var oldest = Math.Max(0, _count - Capacity);
            List<EventEntry> batch = [];
            if (position < oldest)
            {
                batch.Add(EventJson.Missed(IdOf(oldest), runtime.Clock.GetUtcNow(), position < 0 ? null : oldest - position));
                position = oldest;
            }

            for (; position < _count && batch.Count < MaxBatch; position++)
            {
                if (scope.Company is { } company && _ring[position % Capacity].Company != company)
                {
                    continue;
                }

                var entry = EntryAt(position);
                if (scope.Company is null || EventJson.IsForCompanies(entry.Type))
                {
                    batch.Add(entry);
                }
            }

            return (batch, position, position < _count ? Task.CompletedTask : _more.Task);
        }
    }

    private EventEntry EntryAt(long position)
    {
        ref var kept = ref _ring[position % Capacity];
        return kept.Entry ??= EventJson.Of(IdOf(position + 1), kept.Event, kept.Company, kept.At);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Append(OfficeEvent officeEvent)
    {
        var company = CompanyOf(officeEvent);
        if (!EventJson.IsTold(officeEvent))
        {
            return;
        }

        TaskCompletionSource reached;
        lock (_gate)
        {
            _ring[_count % Capacity] = new Kept(officeEvent, company, runtime.Clock.GetUtcNow());
            _count++;
            (reached, _more) = (_more, NewSignal());
        }

        reached.TrySetResult();
    }

    /// <summary>Whose a call is, is known from its plan on; a call that an earlier run of the host began is known to the directory.</summary>
    private CompanyId? CompanyOf(OfficeEvent officeEvent)
    {
        switch (officeEvent)
        {
            case CallJournaled { Event: CallPlanned planned, Call: var call }:
                _companies[call] = planned.Company;
                return planned.Company;
            case CallJournaled { Event: CallClosed, Call: var call }:
                return _companies.Remove(call, out var closed) ? closed : companyOf(call);
            case CallJournaled { Event: MessageTaken { Message.Company: var company } }:
                return company;
            case CallJournaled { Call: var call }:
                return _companies.TryGetValue(call, out var known) ? known : companyOf(call);
            case MessageDeliveryChanged { Delivery.Company: var receiver }:
                return receiver;
            case CallbackTaskEnded { Task.Company: var called }:
                return called;
            case EmployeeChanged { Company: var employer }:
                return employer;
            case CompanyPublished { Company: var published }:
                return published;
            case CompanyWithdrawn { Company: var withdrawn }:
                return withdrawn;
            default:
                return null;
        }
    }

    private string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{_run}-{number}");

    private bool TryRead(string id, out long number)
    {
        number = 0;
        return id.StartsWith(_run + "-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(_run.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private record struct Kept(OfficeEvent Event, CompanyId? Company, DateTimeOffset At)
    {
        /// <summary>Null until somebody reads it.</summary>
        public EventEntry? Entry { get; set; }
    }
}
