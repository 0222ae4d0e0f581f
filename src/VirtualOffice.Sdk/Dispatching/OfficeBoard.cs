using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>The board with the office's names: commands and decisions by ids, which the board knows by number only.</summary>
internal sealed class OfficeBoard
{
    private readonly IIdSource _ids;
    private readonly CompanyPolicy _policy;
    private readonly DispatchBoard _board;
    private readonly DecisionBuffer _decided = new();
    private readonly Dictionary<CompanyId, int> _companies = [];
    private readonly Dictionary<OperatorId, int> _operatorNumbers = [];
    private readonly List<HostedOperator> _operators = [];
    private readonly Dictionary<CallId, HostedCall> _calls = [];
    private readonly List<HostedCall> _callsBySlot = [];
    private readonly Dictionary<OfferId, OfferHandle> _offers = [];
    private readonly Dictionary<int, OfferId> _offersByOperator = [];

    public OfficeBoard(DispatchOptions options, IIdSource ids)
    {
        _ids = ids;
        _policy = new CompanyPolicy { WrapUp = options.WrapUp };
        _board = new DispatchBoard(
            new BoardOptions { DeclinePause = options.DeclinePause, MaxCompaniesPerOperator = OperatorDefinition.MaxCompanies },
            _decided);
    }

    /// <summary>When the board next wants <see cref="DispatchCommand.PassTime"/>; null for never.</summary>
    public DateTimeOffset? NextDeadline => _board.NextDue is not long.MaxValue and var due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>How many calls wait.</summary>
    public int Waiting => _companies.Values.Sum(_board.WaitingOf);

    /// <summary>Carries out what has become due, then a command.</summary>
    /// <exception cref="ArgumentException">The command asks for what cannot be.</exception>
    public void Apply(DispatchCommand command, DateTimeOffset now, List<DispatchDecision> decisions)
    {
        var ticks = now.UtcTicks;
        _decided.Clear();
        try
        {
            _board.PassTime(ticks);
            Apply(command, ticks);
        }
        finally
        {
            foreach (ref readonly var decision in _decided.Span)
            {
                Translate(decision, ticks, decisions);
            }
        }
    }

    private void Apply(DispatchCommand command, long now)
    {
        switch (command)
        {
            case DispatchCommand.DefineOperator c:
                Define(c.Definition, now);
                break;
            case DispatchCommand.SetPresence c:
                if (_operatorNumbers.TryGetValue(c.Operator, out var op))
                {
                    _operators[op].Reason = c.Reason;
                    _board.SetPresence(op, c.Presence, now);
                }

                break;
            case DispatchCommand.Enqueue c:
                Enqueue(c, now);
                break;
            case DispatchCommand.Restore c:
                Restore(c, now);
                break;
            case DispatchCommand.EndOffer c:
                EndOffer(c, now);
                break;
            case DispatchCommand.Release c:
                if (_calls.TryGetValue(c.Call, out var released) && _board.StatusOf(released.Handle).Place == CallPlace.OnCall)
                {
                    _calls.Remove(c.Call);
                    _board.Release(released.Handle, now);
                }

                break;
            case DispatchCommand.Leave c:
                if (_calls.Remove(c.Call, out var left))
                {
                    _board.Leave(left.Handle, now);
                }

                break;
        }
    }

    private void Define(OperatorDefinition definition, long now)
    {
        var profile = new OperatorProfile { Companies = [.. definition.Companies.Distinct().Select(c => new CompanyAssignment(NumberOf(c)))] };
        if (_operatorNumbers.TryGetValue(definition.Id, out var known))
        {
            _operators[known].Definition = definition;
            _board.SetOperator(known, profile, now);
        }
        else
        {
            _operatorNumbers.Add(definition.Id, _board.AddOperator(profile, now));
            _operators.Add(new HostedOperator(definition));
        }
    }

    private void Enqueue(DispatchCommand.Enqueue command, long now)
    {
        if (!_calls.ContainsKey(command.Call))
        {
            Register(
                command.Call,
                _board.Enqueue(_board.OpenLane(NumberOf(command.Company)), PriorityBand.Normal, command.EnqueuedAt.UtcTicks, now),
                command.Ticket);
        }
    }

    private void Restore(DispatchCommand.Restore command, long now)
    {
        if (_calls.ContainsKey(command.Call) || !_operatorNumbers.TryGetValue(command.Operator, out var op))
        {
            return;
        }

        var lane = _board.OpenLane(NumberOf(command.Company));
        var handle = _board.Restore(lane, PriorityBand.Normal, command.EnqueuedAt.UtcTicks, op, command.OpenOffer is not null, now);
        if (handle == CallHandle.None)
        {
            return;
        }

        Register(command.Call, handle, 0);
        if (command.OpenOffer is { } offer)
        {
            Keep(offer, new OfferHandle(op, _board.StatusOf(op).Offer));
        }
    }

    private void EndOffer(DispatchCommand.EndOffer command, long now)
    {
        if (_calls.TryGetValue(command.Call, out var call) && _offers.TryGetValue(command.Offer, out var offer) && _board.StatusOf(offer.Operator).Call == call.Handle)
        {
            Forget(offer.Operator);
            _board.EndOffer(offer, command.Result, now);
        }
    }

    private int NumberOf(CompanyId company)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_companies, company, out var exists);
        if (!exists)
        {
            number = _board.AddCompany(_policy);
            _board.OpenLane(number);
        }

        return number;
    }

    private void Register(CallId id, CallHandle handle, int ticket)
    {
        var call = new HostedCall(id, handle, ticket);
        _calls.Add(id, call);
        while (_callsBySlot.Count <= handle.Slot)
        {
            _callsBySlot.Add(call);
        }

        _callsBySlot[handle.Slot] = call;
    }

    private void Keep(OfferId offer, OfferHandle handle)
    {
        Forget(handle.Operator);
        _offers.Add(offer, handle);
        _offersByOperator.Add(handle.Operator, offer);
    }

    private void Forget(int op)
    {
        if (_offersByOperator.Remove(op, out var offer))
        {
            _offers.Remove(offer);
        }
    }

    private void Translate(in Decision decision, long now, List<DispatchDecision> decisions)
    {
        switch (decision.Kind)
        {
            case DecisionKind.OperatorChanged:
                decisions.Add(new DispatchDecision(null, default, SnapshotOf(decision, now)));
                break;
            case DecisionKind.Offered:
                var call = _callsBySlot[decision.Call.Slot];
                var offer = new OfferId(_ids.NewId());
                Keep(offer, decision.OfferHandle);
                decisions.Add(new DispatchDecision(call.Id, offer, SnapshotOf(decision, now), call.Ticket));
                break;
            case DecisionKind.Withdrawn:
                Forget(decision.Operator);
                break;
        }
    }

    private OperatorSnapshot SnapshotOf(in Decision decision, long now)
    {
        var (op, status) = (_operators[decision.Operator], _board.StatusOf(decision.Operator));
        var since = status.State == decision.State ? status.Since : now;
        var reason = status.Reason switch
        {
            BreakReason.PhoneUnreachable => "Phone unreachable",
            BreakReason.MissedCalls => "Missed calls",
            _ => op.Reason,
        };
        CallId? call = decision.Call == CallHandle.None ? null : _callsBySlot[decision.Call.Slot].Id;
        return new OperatorSnapshot(op.Definition, decision.State, reason, new DateTimeOffset(since, TimeSpan.Zero), call);
    }
}
