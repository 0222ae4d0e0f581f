using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;
using OfferMode = VirtualOffice.Sdk.Companies.OfferMode;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

public sealed class DispatchBoardTests
{
    private readonly BoardUnderTest _office = new(new BoardOptions { MissesBeforeBreak = 2, OfferLimit = TimeSpan.FromSeconds(60) });

    [Fact]
    public void Enqueue_SeveralFree_TheLongestIdleIsOffered()
    {
        var fox = _office.Company();
        var (olga, pavel) = (_office.Operator(new CompanyAssignment(fox)), _office.Operator(new CompanyAssignment(fox)));
        var (first, second, third) = (_office.Call(fox), _office.Call(fox), _office.Call(fox));
        Assert.Equal([(first, olga), (second, pavel)], _office.Offers);
        Assert.Equal(CallPlace.Waiting, _office.Board.StatusOf(third).Place);
    }

    [Fact]
    public void Enqueue_OperatorOfAnotherCompany_IsNotOffered()
    {
        var (fox, nord) = (_office.Company(), _office.Company());
        _office.Operator(new CompanyAssignment(nord));
        _office.Call(fox);
        Assert.Empty(_office.Offers);
        Assert.Equal(1, _office.Board.WaitingOf(fox));
    }

    [Fact]
    public void Enqueue_SkillNeeded_OnlyWhoHasItWellEnoughIsOffered()
    {
        var fox = _office.Company();
        _office.Operator(new OperatorProfile { Companies = [new(fox)], Skills = [new(7, 1)] });
        var fluent = _office.Operator(new OperatorProfile { Companies = [new(fox)], Skills = [new(7, 3)] });
        var call = _office.Call(fox, skills: new SkillLevel(7, 2));
        Assert.Equal([(call, fluent)], _office.Offers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OpenLane_OperatorsStandIdle_KeepTheirOrderInTheOldLaneAndTheNew(bool fewestCalls)
    {
        var fox = _office.Company(new CompanyPolicy { Strategy = fewestCalls ? new FewestCalls() : null });
        var operators = Enumerable.Range(0, 4).Select(_ => _office.Operator(new OperatorProfile { Companies = [new(fox)], Skills = [new(7, 2)] })).ToArray();
        var calls = new[]
        {
            _office.Call(fox, skills: new SkillLevel(7, 2)),
            _office.Call(fox),
            _office.Call(fox, skills: new SkillLevel(7, 1)),
            _office.Call(fox, skills: new SkillLevel(7, 2)),
        };
        Assert.Equal(calls.Zip(operators), _office.Offers);
        var waiting = _office.Call(fox);
        Assert.Equal(CallPlace.Waiting, _office.Board.StatusOf(waiting).Place);
    }

    [Fact]
    public void Available_CallsOfSeveralCompanies_TheLongestWaitIsTaken()
    {
        var (fox, nord) = (_office.Company(), _office.Company());
        _office.Call(fox, waited: 10);
        var longest = _office.Call(nord, waited: 30);
        _office.Call(fox, waited: 20);
        var olga = _office.Operator(new CompanyAssignment(fox), new CompanyAssignment(nord));
        Assert.Equal([(longest, olga)], _office.Offers);
    }

    [Fact]
    public void Available_CompanyOrder_TheFirstCompanysCallIsTaken()
    {
        var (fox, nord) = (_office.Company(), _office.Company());
        var own = _office.Call(fox, waited: 10);
        _office.Call(nord, waited: 30);
        var olga = _office.Operator(new OperatorProfile { Companies = [new(fox), new(nord)], Choice = CompanyChoice.CompanyOrder });
        Assert.Equal([(own, olga)], _office.Offers);
    }

    [Fact]
    public void Available_Weighted_WaitTimesWeightDecides()
    {
        var (fox, nord) = (_office.Company(new CompanyPolicy { Weight = 4 }), _office.Company());
        var heavy = _office.Call(fox, waited: 10);
        _office.Call(nord, waited: 30);
        var olga = _office.Operator(new OperatorProfile { Companies = [new(fox), new(nord)], Choice = CompanyChoice.Weighted });
        Assert.Equal([(heavy, olga)], _office.Offers);
    }

    [Theory]
    [InlineData(119, false)]
    [InlineData(121, true)]
    public void Available_AHeadStart_IsUsedUpByWaiting(double waited, bool ordinaryFirst)
    {
        var fox = _office.Company();
        var ordinary = _office.Call(fox, waited);
        var high = _office.Call(fox, band: 1);
        _office.Operator(new CompanyAssignment(fox));
        Assert.Equal(ordinaryFirst ? ordinary : high, _office.Offers.Single().Call);
    }

    [Fact]
    public void Available_AVip_GoesBeforeWhoeverWaited()
    {
        var fox = _office.Company();
        _office.Call(fox, waited: 9_000);
        var vip = _office.Call(fox, band: 0);
        _office.Operator(new CompanyAssignment(fox));
        Assert.Equal(vip, _office.Offers.Single().Call);
    }

    [Fact]
    public void SetBand_Waiting_MovesTheCall()
    {
        var fox = _office.Company();
        _office.Call(fox, waited: 10);
        var raised = _office.Call(fox);
        _office.Board.SetBand(raised, 0);
        _office.Operator(new CompanyAssignment(fox));
        Assert.Equal(raised, _office.Offers.Single().Call);
    }

    [Fact]
    public void Enqueue_EnqueuedAtSetBack_KeepsItsPlace()
    {
        var fox = _office.Company();
        _office.Call(fox, waited: 10);
        var earlier = _office.Call(fox, waited: 20);
        _office.Operator(new CompanyAssignment(fox));
        Assert.Equal(earlier, _office.Offers.Single().Call);
    }

    [Fact]
    public void Ring_NotOpenYet_WaitsForItsDelay()
    {
        var fox = _office.Company(new CompanyPolicy { RingDelays = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)] });
        var (backup, last) = (_office.Operator(new CompanyAssignment(fox, 1)), _office.Operator(new CompanyAssignment(fox, 2)));
        var (first, second) = (_office.Call(fox), _office.Call(fox));
        _office.Pass(9.999);
        Assert.Empty(_office.Offers);
        _office.Pass(0.001);
        Assert.Equal([(first, backup)], _office.Offers);
        _office.Pass(10);
        Assert.Equal([(first, backup), (second, last)], _office.Offers);
    }

    [Fact]
    public void Rejected_GoesToTheNextAndComesBackAfterThePause()
    {
        var fox = _office.Company();
        var (olga, pavel) = (_office.Operator(new CompanyAssignment(fox)), _office.Operator(new CompanyAssignment(fox)));
        var call = _office.Call(fox);
        _office.End(olga, OfferResult.Rejected);
        _office.End(pavel, OfferResult.Rejected);
        Assert.Equal([(call, olga), (call, pavel)], _office.Offers);
        _office.Pass(14.999);
        Assert.Equal(2, _office.Offers.Count);
        _office.Pass(0.001);
        Assert.Equal((call, olga), _office.Offers[^1]);
    }

    [Fact]
    public void Rejected_TheCallKeepsItsPlace_AndTheDeclinerTakesTheNext()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var (first, second) = (_office.Call(fox), _office.Call(fox));
        _office.End(olga, OfferResult.Rejected);
        Assert.Equal((second, olga), _office.Offers[^1]);
        var pavel = _office.Operator(new CompanyAssignment(fox));
        Assert.Equal((first, pavel), _office.Offers[^1]);
    }

    [Fact]
    public void DeviceGone_TakesTheOperatorOffWithoutBlame()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        _office.Call(fox);
        _office.End(olga, OfferResult.DeviceGone);
        Assert.Equal((OperatorState.Break, BreakReason.PhoneUnreachable), (_office.StateOf(olga), _office.Board.StatusOf(olga).Reason));
        Assert.DoesNotContain(_office.Decisions, d => d.Kind == DecisionKind.OperatorPaused);
    }

    [Fact]
    public void Missed_SoManyTimesInARow_PausesTheOperatorAndTells()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        _office.Call(fox);
        _office.Call(fox);
        _office.End(olga, OfferResult.Missed);
        Assert.Equal(OperatorState.Offered, _office.StateOf(olga));
        _office.End(olga, OfferResult.Missed);
        Assert.Equal((OperatorState.Break, BreakReason.MissedCalls), (_office.StateOf(olga), _office.Board.StatusOf(olga).Reason));
        Assert.Equal(olga, Assert.Single(_office.Decisions, d => d.Kind == DecisionKind.OperatorPaused).Operator);
    }

    [Fact]
    public void Missed_AfterAnAcceptedCall_CountsFromTheStart()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var (_, second) = (_office.Call(fox), _office.Call(fox));
        _office.End(olga, OfferResult.Missed);
        _office.End(olga, OfferResult.Accepted);
        _office.Release(second);
        _office.Call(fox);
        _office.End(olga, OfferResult.Missed);
        Assert.DoesNotContain(_office.Decisions, d => d.Kind == DecisionKind.OperatorPaused);
    }

    [Fact]
    public void Offered_AndNothingHeard_IsWithdrawnAndMissed()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var call = _office.Call(fox);
        _office.Pass(60);
        Assert.Equal((call, olga), Assert.Single(_office.Decisions.Where(d => d.Kind == DecisionKind.Withdrawn).Select(d => (d.Call, d.Operator))));
        Assert.Equal(OperatorState.Available, _office.StateOf(olga));
    }

    [Fact]
    public void AllOfRing_FirstToAcceptWins_AndTheOthersAreWithdrawn()
    {
        var fox = _office.Company(new CompanyPolicy { OfferMode = OfferMode.AllOfRing, RingDelays = [TimeSpan.FromSeconds(10)] });
        var (olga, pavel) = (_office.Operator(new CompanyAssignment(fox)), _office.Operator(new CompanyAssignment(fox)));
        var backup = _office.Operator(new CompanyAssignment(fox, 1));
        var call = _office.Call(fox, waited: 11);
        Assert.Equal([(call, olga), (call, pavel)], _office.Offers);
        _office.End(pavel, OfferResult.Accepted);
        _office.End(olga, OfferResult.Accepted);
        Assert.Equal((OperatorState.Available, OperatorState.OnCall, OperatorState.Available), (_office.StateOf(olga), _office.StateOf(pavel), _office.StateOf(backup)));
        Assert.Equal(olga, Assert.Single(_office.Decisions, d => d.Kind == DecisionKind.Withdrawn).Operator);
    }

    [Fact]
    public void AllOfRing_EverybodyRejects_GoesToTheNextRing()
    {
        var fox = _office.Company(new CompanyPolicy { OfferMode = OfferMode.AllOfRing, RingDelays = [TimeSpan.Zero] });
        var (olga, pavel) = (_office.Operator(new CompanyAssignment(fox)), _office.Operator(new CompanyAssignment(fox)));
        var backup = _office.Operator(new CompanyAssignment(fox, 1));
        var call = _office.Call(fox);
        _office.End(olga, OfferResult.Rejected);
        Assert.Equal(2, _office.Offers.Count);
        _office.End(pavel, OfferResult.Rejected);
        Assert.Equal((call, backup), _office.Offers[^1]);
    }

    [Fact]
    public void Leave_WhileOffered_FreesTheOperatorForTheNext()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var (first, second) = (_office.Call(fox), _office.Call(fox));
        _office.Leave(first);
        Assert.Equal([(first, olga), (second, olga)], _office.Offers);
    }

    [Fact]
    public void Release_TheLongestWrapUpCounts()
    {
        var fox = _office.Company(new CompanyPolicy { WrapUp = TimeSpan.FromSeconds(10) });
        var olga = _office.Operator(new OperatorProfile { Companies = [new(fox)], WrapUp = TimeSpan.FromSeconds(20) });
        var call = _office.Call(fox);
        _office.End(olga, OfferResult.Accepted);
        _office.Board.Release(call, _office.Ticks, TimeSpan.FromSeconds(5));
        _office.Pass(19.999);
        Assert.Equal(OperatorState.WrapUp, _office.StateOf(olga));
        _office.Pass(0.001);
        Assert.Equal(OperatorState.Available, _office.StateOf(olga));
    }

    [Fact]
    public void WrapUp_Unlimited_EndsWhenTheOperatorSaysSo()
    {
        var fox = _office.Company(new CompanyPolicy { WrapUp = TimeSpan.MaxValue });
        var olga = _office.Operator(new CompanyAssignment(fox));
        var call = _office.Call(fox);
        _office.End(olga, OfferResult.Accepted);
        _office.Release(call);
        _office.Pass(100_000);
        Assert.Equal(OperatorState.WrapUp, _office.StateOf(olga));
        _office.Board.EndWrapUp(olga, _office.Ticks);
        Assert.Equal(OperatorState.Available, _office.StateOf(olga));
    }

    [Fact]
    public void WrapUp_Extended_EndsThen()
    {
        var fox = _office.Company(new CompanyPolicy { WrapUp = TimeSpan.FromSeconds(10) });
        var olga = _office.Operator(new CompanyAssignment(fox));
        var call = _office.Call(fox);
        _office.End(olga, OfferResult.Accepted);
        _office.Release(call);
        _office.Board.ExtendWrapUp(olga, _office.Ticks + TimeSpan.FromSeconds(30).Ticks, _office.Ticks);
        _office.Pass(29.999);
        Assert.Equal(OperatorState.WrapUp, _office.StateOf(olga));
        _office.Pass(0.001);
        Assert.Equal(OperatorState.Available, _office.StateOf(olga));
    }

    [Fact]
    public void SetOperator_AssignedToWhereSomebodyWaits_TakesTheCall()
    {
        var (fox, nord) = (_office.Company(), _office.Company());
        var olga = _office.Operator(new CompanyAssignment(fox));
        var call = _office.Call(nord);
        _office.Board.SetOperator(olga, new OperatorProfile { Companies = [new(nord)] }, _office.Ticks);
        Assert.Equal([(call, olga)], _office.Offers);
    }

    [Fact]
    public void SetOperator_TooManyCompanies_SaysHowMany()
    {
        var companies = Enumerable.Range(0, 6).Select(_ => new CompanyAssignment(_office.Company())).ToArray();
        var error = Assert.Throws<ArgumentException>(() => _office.Operator(companies));
        Assert.Contains("at most 5 companies, not 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetCompany_RingOpensSooner_TheWaitingCallIsOffered()
    {
        var fox = _office.Company(new CompanyPolicy { RingDelays = [TimeSpan.FromHours(1)] });
        var backup = _office.Operator(new CompanyAssignment(fox, 1));
        var call = _office.Call(fox, waited: 5);
        _office.Board.SetCompany(fox, new CompanyPolicy { RingDelays = [TimeSpan.FromSeconds(5)] }, _office.Ticks);
        Assert.Equal([(call, backup)], _office.Offers);
    }

    [Fact]
    public void Restore_OperatorOnCall_IsNotOfferedAnother()
    {
        var fox = _office.Company();
        var olga = _office.Board.AddOperator(new OperatorProfile { Companies = [new(fox)] }, _office.Ticks);
        var restored = _office.Board.Restore(_office.Board.OpenLane(fox), PriorityBand.Normal, _office.Ticks, olga, offered: false, _office.Ticks);
        _office.Wish(olga, OperatorPresence.Available);
        var second = _office.Call(fox);
        Assert.Empty(_office.Offers);
        _office.Release(restored);
        Assert.Equal([(second, olga)], _office.Offers);
    }

    [Fact]
    public void Sticky_TheOperatorBecomesFreeInTime_HasTheCall()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var first = _office.Call(fox);
        _office.End(olga, OfferResult.Accepted);
        var again = _office.CallFor(olga, 10, fox);
        _office.Operator(new CompanyAssignment(fox));
        Assert.Single(_office.Offers);
        _office.Pass(9.999);
        _office.Release(first);
        Assert.Equal((again, olga), _office.Offers[^1]);
    }

    [Fact]
    public void Sticky_TimeIsUp_IsForAnyone()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        _office.Call(fox);
        var again = _office.CallFor(olga, 10, fox);
        var pavel = _office.Operator(new CompanyAssignment(fox));
        _office.Pass(10);
        Assert.Equal((again, pavel), _office.Offers[^1]);
    }

    [Fact]
    public void Sticky_TheOperatorGoesOffline_IsForAnyone()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var first = _office.Call(fox);
        _office.End(olga, OfferResult.Accepted);
        var again = _office.CallFor(olga, 10, fox);
        var pavel = _office.Operator(new CompanyAssignment(fox));
        _office.Wish(olga, OperatorPresence.Offline);
        _office.Release(first);
        Assert.Equal((again, pavel), _office.Offers[^1]);
    }

    [Fact]
    public void Enqueue_QueueFull_LeavesByTheLimitsExit()
    {
        var fox = _office.Company(new CompanyPolicy { Limits = [new(LimitKind.NobodyOnline, QueueExitKind.Busy), new(LimitKind.QueueLength, QueueExitKind.Message) { Count = 1 }] });
        var turnedAway = _office.Call(fox);
        Assert.Equal([(turnedAway, 0)], _office.Exits);
        _office.Wish(_office.Operator(new CompanyAssignment(fox)), OperatorPresence.Break);
        _office.Call(fox);
        var tooMany = _office.Call(fox);
        Assert.Equal([(turnedAway, 0), (tooMany, 1)], _office.Exits);
    }

    [Fact]
    public void Wait_LimitReached_OverflowsOnceAndKeepsItsPlace()
    {
        var nord = _office.Company();
        var fox = _office.Company(new CompanyPolicy { Limits = [new(LimitKind.Wait, QueueExitKind.Overflow) { Time = TimeSpan.FromSeconds(30), Lane = _office.Board.OpenLane(nord) }] });
        _office.Board.SetCompany(nord, new CompanyPolicy { Limits = [new(LimitKind.Wait, QueueExitKind.Overflow) { Time = TimeSpan.FromSeconds(30), Lane = _office.Board.OpenLane(fox) }] }, _office.Ticks);
        var call = _office.Call(fox);
        _office.Pass(1);
        _office.Call(nord);
        _office.Pass(28.999);
        Assert.Empty(_office.Exits);
        _office.Pass(0.001);
        Assert.Equal([(call, 0)], _office.Exits);
        var olga = _office.Operator(new CompanyAssignment(nord));
        Assert.Equal((call, olga), _office.Offers[^1]);
    }

    [Fact]
    public void LastOperatorGoesOffline_NobodyOnlineRule_LetsTheWaitingGo()
    {
        var fox = _office.Company(new CompanyPolicy { Limits = [new(LimitKind.NobodyOnline, QueueExitKind.Message)] });
        var olga = _office.Operator(new CompanyAssignment(fox));
        var first = _office.Call(fox);
        var second = _office.Call(fox);
        _office.Wish(olga, OperatorPresence.Offline);
        _office.End(olga, OfferResult.Rejected);
        Assert.Equal([(first, 0), (second, 0)], _office.Exits);
        Assert.Equal(0, _office.Board.Calls);
    }

    [Fact]
    public void Forecast_OperatorsBecomeFreeEveryTenSeconds_TenSecondsForEachPlace()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var calls = Enumerable.Range(0, 5).Select(_ => _office.Call(fox)).ToList();
        Assert.Equal(new WaitForecast(4, null), _office.Board.Forecast(calls[4]));
        _office.End(olga, OfferResult.Accepted);
        _office.Pass(10);
        _office.Release(calls[0]);
        Assert.Equal(new WaitForecast(3, TimeSpan.FromSeconds(30)), _office.Board.Forecast(calls[4]));
        Assert.Null(_office.Board.Forecast(calls[1]));
    }

    [Fact]
    public void WeightedRandom_AllFreeAtEachCall_CallsAreSharedByWeight()
    {
        var fox = _office.Company(new CompanyPolicy { Strategy = RoutingStrategies.BuiltIn.Single(s => s.Name == "weighted-random") });
        foreach (var weight in new[] { 1, 2, 5 })
        {
            _office.Operator(new OperatorProfile { Companies = [new(fox)], Weight = weight });
        }

        var taken = new int[3];
        for (var i = 0; i < 8_000; i++)
        {
            var call = _office.Call(fox);
            var op = _office.Board.StatusOf(call).Operator;
            taken[op]++;
            _office.End(op, OfferResult.Accepted);
            _office.Release(call);
        }

        Assert.InRange(taken[0], 850, 1_150);
        Assert.InRange(taken[1], 1_850, 2_150);
    }

    [Fact]
    public void EveryCommandTwice_HasOneEffect()
    {
        var fox = _office.Company();
        var olga = _office.Operator(new CompanyAssignment(fox));
        var call = _office.Call(fox);
        var offer = new OfferHandle(olga, _office.Board.StatusOf(olga).Offer);
        _office.Board.EndOffer(offer, OfferResult.Rejected, _office.Ticks);
        _office.Board.EndOffer(offer, OfferResult.Accepted, _office.Ticks);
        _office.Leave(call);
        _office.Leave(call);
        _office.Release(call);
        Assert.Equal((OperatorState.Available, 0, 1), (_office.StateOf(olga), _office.Board.Calls, _office.Offers.Count));
    }
}
