using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Dispatching;

public sealed class OfficeBoardTests
{
    private static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CompanyId Fox = CompanyId.Parse("fox");
    private static readonly CompanyId Nord = CompanyId.Parse("nord");

    private readonly OfficeBoard _board = new(new DispatchOptions(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)), new CountingIds());
    private readonly List<DispatchDecision> _decisions = [];
    private DateTimeOffset _now = T0;

    [Fact]
    public void Enqueue_FreeAssignedOperator_IsOffered()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        Assert.Equal([(Call(1), "olga")], Offers());
    }

    [Fact]
    public void Enqueue_OperatorOfAnotherCompany_IsNotOffered()
    {
        Operator("olga", Nord);
        Enqueue(1, Fox);
        Assert.Empty(Offers());
        Assert.Equal(1, _board.Waiting);
    }

    [Fact]
    public void Enqueue_SeveralFree_TheLongestIdleIsOffered()
    {
        Operator("olga", Fox);
        Operator("pavel", Fox);
        Enqueue(1, Fox);
        Enqueue(2, Fox);
        Assert.Equal([(Call(1), "olga"), (Call(2), "pavel")], Offers());
    }

    [Fact]
    public void OperatorBecomesFree_LongestWaitOfItsCompanies_IsOffered()
    {
        Enqueue(1, Fox, wait: 10);
        Enqueue(2, Nord, wait: 30);
        Enqueue(3, Fox, wait: 20);
        Operator("olga", Fox, Nord);
        Assert.Equal([(Call(2), "olga")], Offers());
    }

    [Fact]
    public void EndOffer_Rejected_GoesToTheNextOperatorAndNotAtOnceToTheDecliner()
    {
        Operator("olga", Fox);
        Operator("pavel", Fox);
        Enqueue(1, Fox);
        End(1, OfferResult.Rejected);
        Assert.Equal([(Call(1), "olga"), (Call(1), "pavel")], Offers());
        End(1, OfferResult.Rejected);
        Assert.Equal(2, Offers().Count);
        _now += TimeSpan.FromSeconds(15);
        Apply(new DispatchCommand.PassTime());
        Assert.Equal(3, Offers().Count);
    }

    [Fact]
    public void EndOffer_DeviceGone_TakesTheOperatorOffUntilTheySayOtherwise()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        End(1, OfferResult.DeviceGone);
        Assert.Equal((OperatorState.Break, "Phone unreachable"), (State("olga").State, State("olga").Reason));
        Apply(new DispatchCommand.SetPresence(OperatorId.Parse("olga"), OperatorPresence.Available, null));
        _now += TimeSpan.FromSeconds(15);
        Apply(new DispatchCommand.PassTime());
        Assert.Equal(2, Offers().Count);
    }

    [Fact]
    public void Leave_WhileOffered_FreesTheOperatorForTheNextCall()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        Enqueue(2, Fox);
        Apply(new DispatchCommand.Leave(Call(1)));
        Assert.Equal([(Call(1), "olga"), (Call(2), "olga")], Offers());
    }

    [Fact]
    public void Release_AfterAcceptance_IsWrapUpThenTheNextCall()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        Enqueue(2, Fox);
        End(1, OfferResult.Accepted);
        Assert.Equal(OperatorState.OnCall, State("olga").State);
        Apply(new DispatchCommand.Release(Call(1)));
        Assert.Equal(OperatorState.WrapUp, State("olga").State);
        Assert.InRange(_board.NextDue, _now.UtcTicks, (_now + TimeSpan.FromSeconds(10)).UtcTicks);
        _now += TimeSpan.FromSeconds(10);
        Apply(new DispatchCommand.PassTime());
        Assert.Equal((Call(2), "olga"), Offers()[^1]);
    }

    [Fact]
    public void SetPresence_BreakDuringCall_TakesEffectAfterIt()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        End(1, OfferResult.Accepted);
        Apply(new DispatchCommand.SetPresence(OperatorId.Parse("olga"), OperatorPresence.Break, "lunch"));
        Assert.Equal(OperatorState.OnCall, State("olga").State);
        Apply(new DispatchCommand.Release(Call(1)));
        _now += TimeSpan.FromSeconds(10);
        Apply(new DispatchCommand.PassTime());
        Assert.Equal((OperatorState.Break, "lunch"), (State("olga").State, State("olga").Reason));
    }

    [Fact]
    public void CompanyOrder_OfTheDefinition_WinsOverTheLongerWait()
    {
        Apply(new DispatchCommand.DefineOperator(Definition("olga", Fox, Nord) with { Choice = CompanyChoice.CompanyOrder, WrapUp = TimeSpan.FromSeconds(30) }));
        Enqueue(1, Nord, wait: 60);
        Enqueue(2, Fox);
        Apply(new DispatchCommand.SetPresence(OperatorId.Parse("olga"), OperatorPresence.Available, null));
        Assert.Equal(Call(2), _decisions.Single(d => d.Call is not null).Call);

        End(2, OfferResult.Accepted);
        Apply(new DispatchCommand.Release(Call(2)));
        Assert.Equal(OperatorState.WrapUp, State("olga").State);
    }

    [Fact]
    public void Vip_IsOfferedBeforeWhoCameEarlier()
    {
        Enqueue(1, Fox, wait: 60);
        Apply(new DispatchCommand.Enqueue(Call(2), Fox, T0) { Priority = CallPriority.Vip });
        Operator("olga", Fox);
        Assert.Equal(Call(2), _decisions.Single(d => d.Call is not null).Call);
    }

    [Fact]
    public void Ordered_OfTheDefinitions_TheSmallestFirst()
    {
        Apply(new DispatchCommand.DefineCompany(Fox, new QueueRules { Strategy = "ordered" }));
        foreach (var (name, order) in new[] { ("olga", 2), ("pavel", 1) })
        {
            Apply(new DispatchCommand.DefineOperator(Definition(name, Fox) with { Order = order }));
            Apply(new DispatchCommand.SetPresence(OperatorId.Parse(name), OperatorPresence.Available, null));
        }

        Enqueue(1, Fox);
        Assert.Equal("pavel", _decisions.Single(d => d.Call is not null).Operator!.Definition.Id.Value);
    }

    [Fact]
    public void EveryCommandTwice_HasOneEffect()
    {
        Operator("olga", Fox);
        Enqueue(1, Fox);
        Enqueue(1, Fox);
        var offer = _decisions.Last(d => d.Call is not null).Offer;
        Apply(new DispatchCommand.EndOffer(Call(1), OperatorId.Parse("olga"), offer, OfferResult.Rejected));
        Apply(new DispatchCommand.EndOffer(Call(1), OperatorId.Parse("olga"), offer, OfferResult.Rejected));
        Apply(new DispatchCommand.Leave(Call(1)));
        Apply(new DispatchCommand.Leave(Call(1)));
        Apply(new DispatchCommand.Release(Call(1)));
        Assert.Single(Offers());
        Assert.Equal(0, _board.Waiting);
        Assert.Equal(OperatorState.Available, State("olga").State);
    }

    [Fact]
    public void Restore_OperatorOnCall_IsNotOfferedAnother()
    {
        Apply(new DispatchCommand.DefineOperator(Definition("olga", Fox)));
        Apply(new DispatchCommand.Restore(Call(1), Fox, T0, OperatorId.Parse("olga"), null));
        Apply(new DispatchCommand.SetPresence(OperatorId.Parse("olga"), OperatorPresence.Available, null));
        Enqueue(2, Fox);
        Assert.Empty(Offers());
        Apply(new DispatchCommand.Release(Call(1)));
        _now += TimeSpan.FromSeconds(10);
        Apply(new DispatchCommand.PassTime());
        Assert.Equal([(Call(2), "olga")], Offers());
    }

    private static CallId Call(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    private static OperatorDefinition Definition(string name, params CompanyId[] companies) =>
        new(OperatorId.Parse(name), name, DeviceId.Parse("op-" + name), companies);

    private void Operator(string name, params CompanyId[] companies)
    {
        Apply(new DispatchCommand.DefineOperator(Definition(name, companies)));
        Apply(new DispatchCommand.SetPresence(OperatorId.Parse(name), OperatorPresence.Available, null));
    }

    private void Enqueue(int call, CompanyId company, int wait = 0) => Apply(new DispatchCommand.Enqueue(Call(call), company, T0.AddSeconds(-wait)));

    private void End(int call, OfferResult result)
    {
        var offered = _decisions.Last(d => d.Call == Call(call));
        Apply(new DispatchCommand.EndOffer(Call(call), offered.Operator!.Definition.Id, offered.Offer, result));
    }

    private void Apply(DispatchCommand command) => _board.Apply(command, _now, _decisions);

    private List<(CallId Call, string Operator)> Offers() =>
        [.. _decisions.Where(d => d.Call is not null).Select(d => (d.Call!.Value, d.Operator!.Definition.Id.Value))];

    private OperatorSnapshot State(string name) => _decisions.Last(d => d.Operator!.Definition.Id.Value == name).Operator!;
}
