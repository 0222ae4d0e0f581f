using System.Runtime.InteropServices;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>The board with the office's names: commands and decisions by ids, which the board knows by number only.</summary>
internal sealed partial class OfficeBoard
{
    private readonly IIdSource _ids;
    private readonly ServiceLevels _service;
    private readonly RoutingExplainer _explainer;
    private readonly bool _explainOffers;
    private readonly CompanyPolicies _policies;
    private readonly DispatchBoard _board;
    private readonly DecisionBuffer _decided = new();
    private readonly Dictionary<string, int> _companies = new(StringComparer.Ordinal);
    private readonly List<HostedCompany> _companiesByNumber = [];
    private readonly Dictionary<OperatorId, int> _operatorNumbers = [];
    private readonly List<HostedOperator> _operators = [];
    private readonly Dictionary<CallId, int> _slots = [];
    private HostedCall[] _calls = new HostedCall[16];
    private long _version;

    /// <param name="options">The policy.</param>
    /// <param name="ids">Names offers.</param>
    /// <param name="service">What is counted of the service, for snapshots.</param>
    public OfficeBoard(DispatchOptions options, IIdSource ids, ServiceLevels? service = null)
    {
        (_service, _explainOffers) = (service ?? new ServiceLevels(), options.ExplainOffers);
        _ids = ids;
        _policies = new CompanyPolicies(options, options.Strategies.ToDictionary(s => s.Name, StringComparer.Ordinal));
        _board = new DispatchBoard(
            new BoardOptions { DeclinePause = options.DeclinePause, MissesBeforeBreak = options.MissesBeforeBreak, MaxCompaniesPerOperator = OperatorDefinition.MaxCompanies },
            _decided);
        _explainer = new RoutingExplainer(_board, _operators);
    }

    /// <summary>When the board next wants <see cref="DispatchCommand.PassTime"/>, in ticks of UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDue => _board.NextDue;

    /// <summary>How many calls wait.</summary>
    public int Waiting => _companies.Values.Sum(_board.WaitingOf);

    /// <summary>Carries out what has become due, then a command.</summary>
    /// <exception cref="ArgumentException">The command asks for what cannot be.</exception>
    public void Apply(DispatchCommand command, DateTimeOffset now, List<DispatchDecision> decisions) => Apply(command, now.UtcTicks, decisions);

    /// <summary>The same, with the time in ticks of UTC.</summary>
    /// <exception cref="ArgumentException">The command asks for what cannot be.</exception>
    public void Apply(DispatchCommand command, long now, List<DispatchDecision> decisions)
    {
        _board.PassTime(now);

        // At once: the command may use slots of calls that have just left.
        Translate(now, decisions);
        try
        {
            Apply(command, now);
        }
        finally
        {
            Translate(now, decisions);
        }
    }

    private void Apply(DispatchCommand command, long now)
    {
        switch (command)
        {
            case DispatchCommand.Enqueue c:
                Enqueue(c, now);
                _version++;
                break;
            case DispatchCommand.Restore c:
                Restore(c, now);
                break;
            case DispatchCommand.EndOffer c:
                EndOffer(c, now);
                break;
            case DispatchCommand.Release c:
                Release(c.Call, now);
                break;
            case DispatchCommand.Leave c:
                if (_slots.Remove(c.Call, out var left))
                {
                    _board.Leave(_calls[left].Handle, now);
                }

                _version++;

                break;
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
            case DispatchCommand.TakeSnapshots c:
                c.Snapshots = TakeSnapshots(now);
                break;
            case DispatchCommand.Forecast c:
                c.Answer = _slots.TryGetValue(c.Call, out var asked) && _board.Forecast(_calls[asked].Handle) is { } f ? new QueueForecast(f.Position, f.ExpectedWait) : null;
                break;
            case DispatchCommand.Explain c:
                c.Answer = _slots.TryGetValue(c.Call, out var explained) ? Explain(_calls[explained], now) : null;
                break;
            case DispatchCommand.SetPresence c:
                if (_operatorNumbers.TryGetValue(c.Operator, out var op))
                {
                    _operators[op].Reason = c.Reason;
                    _board.SetPresence(op, c.Presence, now);
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
            Choice = definition.Choice,
            Order = definition.Order,
            Weight = definition.Weight,
            WrapUp = definition.WrapUp,
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

        // The hours are the call's business, not the board's.
        var rules = command.Rules with { Limits = [.. command.Rules.Limits.Where(l => l.When != QueueExit.Closed)] };
        company.Rules = rules;
        company.Lane = _board.OpenLane(number, _policies.SkillsOf(rules.Skills));
        _board.SetCompany(number, _policies.PolicyOf(rules, LaneOf), now);
    }

    private void Enqueue(DispatchCommand.Enqueue command, long now)
    {
        var company = NumberOf(command.OverflowedTo ?? command.Company);
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, command.Call, out var exists);
        if (exists)
        {
            return;
        }

        var lane = _companiesByNumber[company].Lane;
        var (enqueuedAt, band) = (command.EnqueuedAt.UtcTicks, PriorityBand.Of(command.Priority));
        var handle = command switch
        {
            { IsPatient: true } => _board.EnqueuePatient(lane, band, enqueuedAt, now),
            { OverflowedTo: not null } => _board.EnqueueOverflowed(lane, band, enqueuedAt, now),
            { Preferred: var (op, wait) } when _operatorNumbers.TryGetValue(op, out var preferred) =>
                _board.EnqueueFor(preferred, now + wait.Ticks, lane, band, enqueuedAt, now),
            _ => _board.Enqueue(lane, band, enqueuedAt, now),
        };
        slot = handle.Slot;
        Keep(new HostedCall(command.Call, handle, command.Ticket, company));
    }

    private void Release(CallId id, long now)
    {
        if (!_slots.Remove(id, out var slot))
        {
            return;
        }

        var handle = _calls[slot].Handle;
        if (_board.StatusOf(handle).Place == CallPlace.OnCall)
        {
            _board.Release(handle, now);
        }
        else
        {
            _slots.Add(id, slot);
        }
    }

    private void Restore(DispatchCommand.Restore command, long now)
    {
        if (!_operatorNumbers.TryGetValue(command.Operator, out var op))
        {
            return;
        }

        if (_slots.TryGetValue(command.Call, out var known))
        {
            if (command.OpenOffer is { } further && _board.RestoreOffer(_calls[known].Handle, op, now))
            {
                _operators[op].OfferedAs(further, new OfferHandle(op, _board.StatusOf(op).Offer));
            }

            return;
        }

        var company = NumberOf(command.OverflowedTo ?? command.Company);
        var handle = _board.Restore(_companiesByNumber[company].Lane, PriorityBand.Of(command.Priority), command.EnqueuedAt.UtcTicks, op, command.OpenOffer is not null, now, command.OverflowedTo is not null);
        if (handle == CallHandle.None)
        {
            return;
        }

        _slots.Add(command.Call, handle.Slot);
        Keep(new HostedCall(command.Call, handle, ticket: 0, company));
        if (command.OpenOffer is { } offer)
        {
            _operators[op].OfferedAs(offer, new OfferHandle(op, _board.StatusOf(op).Offer));
        }
    }

    private void EndOffer(DispatchCommand.EndOffer command, long now)
    {
        // Mostly it is the operator the call was offered to last. The board knows whether the offer still stands.
        var op = _slots.TryGetValue(command.Call, out var slot) ? _calls[slot].OfferedTo : -1;
        if ((op >= 0 && _operators[op].Offer == command.Offer) || (_operatorNumbers.TryGetValue(command.Operator, out op) && _operators[op].Offer == command.Offer))
        {
            _board.EndOffer(_operators[op].OfferHandle, command.Result, now);
        }
    }

    private int NumberOf(CompanyId company)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_companies, company.Value, out var exists);
        if (!exists)
        {
            number = _board.AddCompany(_policies.PolicyOf(QueueRules.Default, LaneOf));
            _companiesByNumber.Add(new HostedCompany(company) { Lane = _board.OpenLane(number) });
        }

        return number;
    }

    private int LaneOf(CompanyId company) => _companiesByNumber[NumberOf(company)].Lane;

    /// <summary>Known by its slot when the board's decisions are looked at.</summary>
    private void Keep(in HostedCall call)
    {
        if (call.Handle.Slot >= _calls.Length)
        {
            Array.Resize(ref _calls, Math.Max(call.Handle.Slot + 1, _calls.Length * 2));
        }

        _calls[call.Handle.Slot] = call;
    }
}
