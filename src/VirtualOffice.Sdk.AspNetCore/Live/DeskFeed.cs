using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>Reads what happens in the office and says which desks, boards and corners are out of date by it.</summary>
internal sealed class DeskFeed(IVirtualOffice office, DeskLive live, DeskSessions sessions, WorkLists work, OfficeRuntime runtime) : BackgroundService
{
    private const int MaxEnded = 5_000;

    // What concerns everybody is told at most so often.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    // Who waits, which every desk reads: in a busy office every desk would read it with every tick.
    private const int TicksForQueues = 5;

    private readonly ConcurrentDictionary<CallId, FedCall> _calls = new();
    private readonly ConcurrentDictionary<OperatorId, CallId> _last = new();
    private readonly ConcurrentDictionary<OperatorId, long> _situations = new();
    private readonly ConcurrentQueue<CallId> _ended = new();
    private readonly ConcurrentDictionary<string, bool> _due = new(StringComparer.Ordinal);

    private bool _hasMissed;

    /// <summary>The calls that are up, as far as they were heard of.</summary>
    public IReadOnlyCollection<CallId> Live => [.. _calls.Keys];

    /// <summary>The calls that have ended since this was last asked, for one who follows them; null when some may have been missed.</summary>
    public IReadOnlyList<CallId>? TakeEnded()
    {
        var isWhole = !Interlocked.Exchange(ref _hasMissed, false);
        var ended = new List<CallId>();
        while (_ended.TryDequeue(out var call))
        {
            ended.Add(call);
        }

        return isWhole ? ended : null;
    }

    /// <summary>The call an operator had last.</summary>
    public CallId? LastCallOf(OperatorId op) => _last.TryGetValue(op, out var call) ? call : null;

    /// <summary>
    /// The version of an operator's desk since which the situation is what it is: the same call, in the same stage, at the same attempt. A command given by who saw an earlier
    /// one is meant for another situation.
    /// </summary>
    public long SituationOf(OperatorId op) => _situations.GetValueOrDefault(op);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var telling = TellAsync(stoppingToken);
        try
        {
            await foreach (var officeEvent in office.Events.ReadAllAsync(stoppingToken))
            {
                Read(officeEvent);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }

        await telling;
    }

    private void Read(OfficeEvent officeEvent)
    {
        switch (officeEvent)
        {
            case CallJournaled journaled:
                Read(journaled.Call, journaled.Event);
                break;
            case EmployeeChanged { Company: var company }:
                TellOperatorsOf(company);
                break;
            case OperatorChanged { Operator: var op }:
                Read(op);
                break;
            case MessageDeliveryChanged { Delivery: var delivery }:
                TellOperatorsOf(delivery.Call);
                work.Touch(delivery.Company);
                _due[DeskTopic.Board] = true;
                _due[DeskTopic.Of(delivery.Company)] = true;
                break;
            case CallbackTaskEnded { Task.Company: var company }:
                work.Touch(company);
                break;
            case EventsMissed:
                Miss();
                work.TouchAll();
                live.PublishAll();
                break;
            default:
                _due[DeskTopic.Board] = true;
                break;
        }
    }

    private void Read(OperatorSnapshot op)
    {
        var id = op.Definition.Id;
        if (op.Call is { } call)
        {
            _last[id] = call;
            _calls.GetOrAdd(call, _ => new FedCall()).Operators[id] = true;
        }

        if (op.State != OperatorState.OnCall)
        {
            sessions.CallIsOver(id);
        }

        Moved(id);
        _due[DeskTopic.Queues] = true;
        _due[DeskTopic.Board] = true;
    }

    private void Read(CallId id, CallEvent callEvent)
    {
        // What may come after the end makes no live call.
        var call = callEvent is CallEnded or RecordingEnded or CallClosed or DispositionSet or DraftSaved or QuestionAsked or MessageTaken
            ? _calls.GetValueOrDefault(id) ?? new FedCall()
            : _calls.GetOrAdd(id, _ => new FedCall());
        switch (callEvent)
        {
            case CallPlanned planned:
                call.Company = planned.Company;
                break;
            case OfferMade offer:
                call.Operators[offer.Operator] = true;
                _last[offer.Operator] = id;
                break;
        }

        if (callEvent is DraftSaved)
        {
            // Only who typed it sees it, and has it already.
            return;
        }

        if (callEvent is MessageTaken { Message.Company: var to })
        {
            // Who wrote it may have no call any more.
            TellOperatorsOf(id);
            work.Touch(to);
            _due[DeskTopic.Of(to)] = true;
        }

        foreach (var op in call.Operators.Keys)
        {
            if (callEvent is OfferMade or OfferEnded or OperatorLeft or TransferStarted or AttemptStarted or AttemptAnswered or ConsultChanged or TransferEnded or CallEnded)
            {
                Moved(op);
            }
            else
            {
                live.Publish(DeskTopic.Of(op));
            }
        }

        if (callEvent is CallEnded)
        {
            // Work after the call goes on with what is durable.
            _ended.Enqueue(id);
            _calls.TryRemove(id, out _);
            if (_ended.Count > MaxEnded)
            {
                // Nobody asks.
                Miss();
            }

            TouchWorkOf(call);
        }

        _due[DeskTopic.Queues] = true;
        _due[DeskTopic.Board] = true;
        if (call.Company is { } company)
        {
            _due[DeskTopic.Of(company)] = true;
        }
    }

    /// <summary>A call that began before the host did may be anybody's.</summary>
    private void TouchWorkOf(FedCall call)
    {
        if (call.Company is { } company)
        {
            work.Touch(company);
        }
        else
        {
            work.TouchAll();
        }
    }

    private void Miss()
    {
        _ended.Clear();
        Interlocked.Exchange(ref _hasMissed, true);
    }

    private void Moved(OperatorId op) => _situations[op] = live.Publish(DeskTopic.Of(op));

    private void TellOperatorsOf(CallId call)
    {
        foreach (var op in _last.Where(l => l.Value == call))
        {
            live.Publish(DeskTopic.Of(op.Key));
        }
    }

    private void TellOperatorsOf(CompanyId company)
    {
        foreach (var op in _calls.Values.Where(c => c.Company == company).SelectMany(c => c.Operators.Keys).Distinct())
        {
            live.Publish(DeskTopic.Of(op));
        }
    }

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, runtime.Clock);
        try
        {
            for (var tick = 1L; await timer.WaitForNextTickAsync(stoppingToken); tick++)
            {
                var tellsQueues = tick % TicksForQueues == 0;
                foreach (var topic in _due.Keys.Where(topic => (tellsQueues || topic != DeskTopic.Queues) && _due.TryRemove(topic, out _)))
                {
                    live.Publish(topic);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
