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
    private readonly CompanyPolicies _policies;
    private readonly DispatchBoard _board;
    private readonly DecisionBuffer _decided = new();
    private readonly Dictionary<CompanyId, int> _companies = [];
    private readonly List<HostedCompany> _companiesByNumber = [];
    private readonly Dictionary<OperatorId, int> _operatorNumbers = [];
    private readonly List<HostedOperator> _operators = [];
    private readonly Dictionary<CallId, HostedCall> _calls = [];
    private readonly List<HostedCall> _callsBySlot = [];
    private readonly Dictionary<OfferId, OfferHandle> _offers = [];
    private readonly Dictionary<int, OfferId> _offersByOperator = [];

    public OfficeBoard(DispatchOptions options, IIdSource ids)
    {
        _ids = ids;
        _policies = new CompanyPolicies(options, options.Strategies.ToDictionary(s => s.Name, StringComparer.Ordinal));
        _board = new DispatchBoard(
            new BoardOptions { DeclinePause = options.DeclinePause, MissesBeforeBreak = options.MissesBeforeBreak, MaxCompaniesPerOperator = OperatorDefinition.MaxCompanies },
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
        _board.PassTime(ticks);

        // At once: the command may use slots of calls that have just left.
        Translate(ticks, decisions);
        try
        {
            Apply(command, ticks);
        }
        finally
        {
            Translate(ticks, decisions);
        }
    }

    private void Apply(DispatchCommand command, long now)
    {
        switch (command)
        {
            case DispatchCommand.DefineOperator c:
                Define(c.Definition, now);
                break;
            case DispatchCommand.DefineCompany c:
                Define(c, now);
                break;
            case DispatchCommand.EndWrapUp c:
                if (_operatorNumbers.TryGetValue(c.Operator, out var done))
                {
                    _board.EndWrapUp(done, now);
                }

                break;
            case DispatchCommand.ExtendWrapUp c:
                if (_operatorNumbers.TryGetValue(c.Operator, out var busy))
                {
                    _board.ExtendWrapUp(busy, c.Until?.UtcTicks ?? long.MaxValue, now);
                }

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
        var profile = new OperatorProfile
        {
            Companies = [.. definition.Companies.Distinct().Select(c => new CompanyAssignment(NumberOf(c), definition.Rings.GetValueOrDefault(c)))],
            Skills = _policies.SkillsOf(definition.Skills),
        };
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

    private void Define(DispatchCommand.DefineCompany command, long now)
    {
        var number = NumberOf(command.Company);
        var company = _companiesByNumber[number];
        company.Rules = command.Rules;
        company.Lane = _board.OpenLane(number, _policies.SkillsOf(command.Rules.Skills));
        _board.SetCompany(number, _policies.PolicyOf(command.Rules, LaneOf), now);
    }

    private void Enqueue(DispatchCommand.Enqueue command, long now)
    {
        if (_calls.ContainsKey(command.Call))
        {
            return;
        }

        // Known by its slot before the board decides on it.
        var lane = LaneOf(command.OverflowedTo ?? command.Company);
        var enqueuedAt = command.EnqueuedAt.UtcTicks;
        var handle = command switch
        {
            { OverflowedTo: not null } => _board.EnqueueOverflowed(lane, PriorityBand.Normal, enqueuedAt, now),
            { Preferred: var (op, until) } when _operatorNumbers.TryGetValue(op, out var preferred) =>
                _board.EnqueueFor(preferred, until.UtcTicks, lane, PriorityBand.Normal, enqueuedAt, now),
            _ => _board.Enqueue(lane, PriorityBand.Normal, enqueuedAt, now),
        };
        Register(command.Call, handle, command.Ticket, command.OverflowedTo ?? command.Company);
    }

    private void Restore(DispatchCommand.Restore command, long now)
    {
        if (_calls.ContainsKey(command.Call) || !_operatorNumbers.TryGetValue(command.Operator, out var op))
        {
            return;
        }

        var company = command.OverflowedTo ?? command.Company;
        var handle = _board.Restore(LaneOf(company), PriorityBand.Normal, command.EnqueuedAt.UtcTicks, op, command.OpenOffer is not null, now, command.OverflowedTo is not null);
        if (handle == CallHandle.None)
        {
            return;
        }

        Register(command.Call, handle, 0, company);
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
            number = _board.AddCompany(_policies.PolicyOf(QueueRules.Default, LaneOf));
            _companiesByNumber.Add(new HostedCompany { Lane = _board.OpenLane(number) });
        }

        return number;
    }

    private int LaneOf(CompanyId company) => _companiesByNumber[NumberOf(company)].Lane;

    private void Register(CallId id, CallHandle handle, int ticket, CompanyId company)
    {
        var call = new HostedCall(id, handle, ticket, NumberOf(company));
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

    private void Translate(long now, List<DispatchDecision> decisions)
    {
        foreach (ref readonly var decision in _decided.Span)
        {
            Translate(decision, now, decisions);
        }

        _decided.Clear();
    }

    private void Translate(in Decision decision, long now, List<DispatchDecision> decisions)
    {
        switch (decision.Kind)
        {
            case DecisionKind.OperatorChanged:
                decisions.Add(DispatchDecision.Changed(SnapshotOf(decision, now)));
                break;
            case DecisionKind.Offered:
                var call = _callsBySlot[decision.Call.Slot];
                var offer = new OfferId(_ids.NewId());
                Keep(offer, decision.OfferHandle);
                decisions.Add(DispatchDecision.Offered(call.Id, offer, SnapshotOf(decision, now), call.Ticket));
                break;
            case DecisionKind.Withdrawn:
                Forget(decision.Operator);
                break;
            case DecisionKind.Exited:
                Exit(_callsBySlot[decision.Call.Slot], decision.Offer, decisions);
                break;
            case DecisionKind.OperatorPaused:
                decisions.Add(DispatchDecision.Paused(SnapshotOf(decision, now)));
                break;
        }
    }

    private void Exit(HostedCall call, int index, List<DispatchDecision> decisions)
    {
        var limit = _companiesByNumber[call.Company].Rules.Limits[index];
        if (limit is { Then: QueueAction.Overflow, To: { } to })
        {
            call.Company = NumberOf(to);
        }
        else
        {
            _calls.Remove(call.Id);
        }

        decisions.Add(DispatchDecision.Exited(call.Id, limit, call.Ticket));
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
