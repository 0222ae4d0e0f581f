using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>
/// Who waits, who is free, and who gets what. Pure and synchronous: <see cref="Apply"/> changes the board and writes its decisions into the caller's buffer;
/// it knows no tasks, locks or clock. Calls of a company are served in order of <see cref="DispatchCall.EnqueuedAt"/>, between companies the longest wait first,
/// by the operator idle the longest among those assigned.
/// </summary>
internal sealed class DispatchBoard(DispatchOptions options, IIdSource ids)
{
    private readonly Dictionary<OperatorId, DispatchOperator> _operators = [];
    private readonly Dictionary<CompanyId, List<DispatchOperator>> _assigned = [];
    private readonly Dictionary<CallId, DispatchCall> _calls = [];
    private readonly SortedSet<DispatchCall> _waiting = new(Comparer<DispatchCall>.Create(
        (a, b) => a.EnqueuedAt.CompareTo(b.EnqueuedAt) is not 0 and var order ? order : a.Id.CompareTo(b.Id)));

    private readonly PriorityQueue<(DispatchOperator? Operator, long WrapUp), DateTimeOffset> _deadlines = new();
    private long _idleSequence;

    /// <summary>When the board next wants <see cref="DispatchCommand.PassTime"/>; null for never.</summary>
    public DateTimeOffset? NextDeadline => _deadlines.TryPeek(out _, out var due) ? due : null;

    /// <summary>How many calls wait.</summary>
    public int Waiting => _waiting.Count;

    public void Apply(DispatchCommand command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        switch (command)
        {
            case DispatchCommand.DefineOperator c:
                Define(c.Definition, now, decisions);
                break;
            case DispatchCommand.SetPresence c:
                SetPresence(c, now, decisions);
                break;
            case DispatchCommand.Enqueue c:
                Enqueue(c, now, decisions);
                break;
            case DispatchCommand.Restore c:
                Restore(c, now, decisions);
                break;
            case DispatchCommand.EndOffer c:
                EndOffer(c, now, decisions);
                break;
            case DispatchCommand.Release c:
                if (_calls.TryGetValue(c.Call, out var released) && released is { Operator: not null, Offer: null })
                {
                    Leave(released, now, decisions);
                }

                break;
            case DispatchCommand.Leave c:
                if (_calls.TryGetValue(c.Call, out var left))
                {
                    Leave(left, now, decisions);
                }

                break;
            case DispatchCommand.PassTime:
                PassTime(now, decisions);
                break;
        }
    }

    private void Define(OperatorDefinition definition, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (_operators.TryGetValue(definition.Id, out var op))
        {
            foreach (var company in op.Definition.Companies)
            {
                _assigned[company].Remove(op);
            }

            op.Definition = definition;
        }
        else
        {
            op = new DispatchOperator(definition) { Since = now };
            _operators.Add(definition.Id, op);
        }

        foreach (var company in definition.Companies)
        {
            if (!_assigned.TryGetValue(company, out var assigned))
            {
                _assigned.Add(company, assigned = []);
            }

            assigned.Add(op);
        }

        decisions.Add(new DispatchDecision(null, default, op.ToSnapshot()));
        OfferTo(op, now, decisions);
    }

    private void SetPresence(DispatchCommand.SetPresence command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (!_operators.TryGetValue(command.Operator, out var op))
        {
            return;
        }

        (op.Presence, op.Reason) = (command.Presence, command.Reason);
        if (op.State is OperatorState.Offered or OperatorState.OnCall)
        {
            decisions.Add(new DispatchDecision(null, default, op.ToSnapshot()));
        }
        else
        {
            Settle(op, now, decisions);
        }
    }

    private void Enqueue(DispatchCommand.Enqueue command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (_calls.ContainsKey(command.Call))
        {
            return;
        }

        var call = new DispatchCall(command.Call, command.Company, command.EnqueuedAt, command.Ticket);
        _calls.Add(call.Id, call);
        _waiting.Add(call);
        OfferCall(call, now, decisions);
    }

    private void Restore(DispatchCommand.Restore command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (_calls.ContainsKey(command.Call) || !_operators.TryGetValue(command.Operator, out var op) || op.Call is not null)
        {
            return;
        }

        var call = new DispatchCall(command.Call, command.Company, command.EnqueuedAt) { Operator = op, Offer = command.OpenOffer };
        _calls.Add(call.Id, call);
        op.Call = call.Id;
        Enter(op, command.OpenOffer is null ? OperatorState.OnCall : OperatorState.Offered, now, decisions);
    }

    private void EndOffer(DispatchCommand.EndOffer command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (!_calls.TryGetValue(command.Call, out var call) || call.Offer != command.Offer || call.Operator is not { } op)
        {
            return;
        }

        call.Offer = null;
        if (command.Result == OfferResult.Accepted)
        {
            Enter(op, OperatorState.OnCall, now, decisions);
            return;
        }

        (call.Operator, op.Call) = (null, null);
        _waiting.Add(call);
        if (command.Result is OfferResult.Rejected or OfferResult.Missed or OfferResult.DeviceGone)
        {
            call.Excluded.Add((op.Definition.Id, now + options.DeclinePause));
            _deadlines.Enqueue((null, 0), now + options.DeclinePause);
        }

        if (command.Result == OfferResult.DeviceGone)
        {
            // Without blame and without losing the wish that is kept: the phone is away, so calls must not run into it.
            (op.Presence, op.Reason) = (OperatorPresence.Break, "Phone unreachable");
        }

        Settle(op, now, decisions);
        if (call.IsWaiting)
        {
            OfferCall(call, now, decisions);
        }
    }

    private void Leave(DispatchCall call, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        _calls.Remove(call.Id);
        if (call.Operator is not { } op)
        {
            _waiting.Remove(call);
            return;
        }

        op.Call = null;
        if (call.Offer is null && options.WrapUp > TimeSpan.Zero)
        {
            op.WrapUp++;
            _deadlines.Enqueue((op, op.WrapUp), now + options.WrapUp);
            Enter(op, OperatorState.WrapUp, now, decisions);
        }
        else
        {
            Settle(op, now, decisions);
        }
    }

    private void PassTime(DateTimeOffset now, List<DispatchDecision> decisions)
    {
        while (_deadlines.TryPeek(out var due, out var at) && at <= now)
        {
            _deadlines.Dequeue();
            if (due.Operator is { State: OperatorState.WrapUp } op && op.WrapUp == due.WrapUp)
            {
                Settle(op, now, decisions);
            }
            else if (due.Operator is null)
            {
                OfferAll(now, decisions);
            }
        }
    }

    /// <summary>Brings a free operator into the state of the wish, and offers the operator what waits.</summary>
    private void Settle(DispatchOperator op, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        var state = op.Presence switch
        {
            OperatorPresence.Available => OperatorState.Available,
            OperatorPresence.Break => OperatorState.Break,
            _ => OperatorState.Offline,
        };
        Enter(op, state, now, decisions);
        OfferTo(op, now, decisions);
    }

    private void Enter(DispatchOperator op, OperatorState state, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (op.State != state)
        {
            (op.State, op.Since) = (state, now);
            if (state == OperatorState.Available)
            {
                op.IdleSince = ++_idleSequence;
            }
        }

        decisions.Add(new DispatchDecision(null, default, op.ToSnapshot()));
    }

    private void OfferAll(DateTimeOffset now, List<DispatchDecision> decisions)
    {
        foreach (var call in _waiting.ToArray())
        {
            OfferCall(call, now, decisions);
        }
    }

    private void OfferTo(DispatchOperator op, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (op.State != OperatorState.Available)
        {
            return;
        }

        foreach (var call in _waiting)
        {
            if (op.Definition.Companies.Contains(call.Company) && !call.Excludes(op.Definition.Id, now))
            {
                Offer(call, op, now, decisions);
                return;
            }
        }
    }

    private void OfferCall(DispatchCall call, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        if (!_assigned.TryGetValue(call.Company, out var assigned))
        {
            return;
        }

        DispatchOperator? longestIdle = null;
        foreach (var op in assigned)
        {
            if (op.State == OperatorState.Available && !call.Excludes(op.Definition.Id, now) && (longestIdle is null || op.IdleSince < longestIdle.IdleSince))
            {
                longestIdle = op;
            }
        }

        if (longestIdle is not null)
        {
            Offer(call, longestIdle, now, decisions);
        }
    }

    private void Offer(DispatchCall call, DispatchOperator op, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        _waiting.Remove(call);
        var offer = new OfferId(ids.NewId());
        (call.Operator, call.Offer, op.Call) = (op, offer, call.Id);
        Enter(op, OperatorState.Offered, now, decisions);
        decisions.Add(new DispatchDecision(call.Id, offer, op.ToSnapshot(), call.Ticket));
    }
}
