using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPbxPhoneTests
{
    private readonly PbxFixture _fixture = new PbxFixture().Connect();

    [Fact]
    public void SetPhone_Script_BehavesDifferentlyEachTime()
    {
        _fixture.Pbx.SetPhone(PbxFixture.Mobile, SimulatedPhone.Busy, SimulatedPhone.Rejects(TimeSpan.FromSeconds(1)), SimulatedPhone.NeverAnswers);

        for (var i = 1; i <= 4; i++)
        {
            _fixture.Do(p => p.DialAsync(_fixture.Request(new NumberTarget(PbxFixture.Mobile), $"out-{i}", ringSeconds: 5), default));
            _fixture.Pass(10);
        }

        Assert.Equal(
            [LegEndCause.Busy, LegEndCause.Rejected, LegEndCause.NoAnswer, LegEndCause.NoAnswer],
            _fixture.Events.OfType<LegEnded>().Select(e => e.Cause));
    }

    [Fact]
    public void Dial_DeviceInUse_IsBusy()
    {
        _fixture.AnsweredDesk();

        _fixture.Do(p => p.DialAsync(_fixture.Request(new DeviceTarget(PbxFixture.Desk), "out-2"), default));
        _fixture.Pass(1);

        Assert.Equal((new LegId("pbx", "out-2"), LegEndCause.Busy), _fixture.Events.OfType<LegEnded>().Select(e => (e.Leg, e.Cause)).Single());
    }

    [Fact]
    public void Dial_NumberInUse_RingsAgain()
    {
        _fixture.Pbx.SetPhone(PbxFixture.Mobile, SimulatedPhone.NeverAnswers);

        _fixture.Do(p => p.DialAsync(_fixture.Request(new NumberTarget(PbxFixture.Mobile), "out-1"), default));
        _fixture.Do(p => p.DialAsync(_fixture.Request(new NumberTarget(PbxFixture.Mobile), "out-2"), default));
        _fixture.Pass(1);

        Assert.Equal(2, _fixture.Events.OfType<LegRinging>().Count());
    }

    [Fact]
    public void Dial_AfterTheLegEnded_IsGoneAndMakesNoSecondLeg()
    {
        var desk = _fixture.AnsweredDesk();
        desk.HangUp();

        Assert.Equal(CommandResult.Gone, _fixture.Do(p => p.DialAsync(_fixture.Request(new DeviceTarget(PbxFixture.Desk)), default)));
        Assert.Empty(_fixture.Pbx.Parties);
    }

    [Fact]
    public void HangUp_OvertakesTheDial_LeavesNothing()
    {
        _fixture.Pbx.SetPhone(PbxFixture.Desk, SimulatedPhone.Answers(TimeSpan.Zero));
        for (var i = 0; i < 50; i++)
        {
            var request = _fixture.Request(new DeviceTarget(PbxFixture.Desk), $"out-{i}");
            var results = _fixture.Do(async p =>
            {
                var dial = p.DialAsync(request, default);
                var hangUp = p.HangUpAsync(request.Leg, LegEndCause.Normal, default);
                return (await dial, await hangUp);
            });
            _fixture.Pass(1);

            Assert.Equal((CommandResult.Done, CommandResult.Done), results);
            Assert.Empty(_fixture.Pbx.Parties);
            Assert.Single(_fixture.Events.OfType<LegEnded>(), e => e.Leg == request.Leg);
        }
    }

    [Fact]
    public void Party_RingingPhone_CanBeAnsweredAndDeclined()
    {
        _fixture.Pbx.SetOtherNumbers(_ => SimulatedPhone.NeverAnswers);
        var (first, second) = (_fixture.Request(new NumberTarget(PbxFixture.Mobile), "out-1"), _fixture.Request(new NumberTarget(PbxFixture.Mobile), "out-2"));
        _fixture.Do(p => p.DialAsync(first, default));
        _fixture.Do(p => p.DialAsync(second, default));
        _fixture.Pass(1);

        _fixture.Pbx.FindParty(first.Leg)!.Answer();
        _fixture.Pbx.FindParty(second.Leg)!.HangUp(LegEndCause.Rejected);
        _fixture.Pass(1);

        Assert.Equal(first.Leg, Assert.Single(_fixture.Events.OfType<LegAnswered>()).Leg);
        Assert.Equal(LegEndCause.Rejected, Assert.Single(_fixture.Events.OfType<LegEnded>()).Cause);
        Assert.Equal("Anna +79211234567", _fixture.Pbx.FindParty(new NumberTarget(PbxFixture.Mobile))!.Caller.ToString());
    }

    [Fact]
    public void WaitAsync_PartyAndPbx_CompleteWhenTheConditionHolds()
    {
        var caller = _fixture.Call();
        var ended = caller.WaitAsync(party => party.IsGone, TestContext.Current.CancellationToken);
        var empty = _fixture.Pbx.WaitAsync(pbx => pbx.Parties.Count == 0, TestContext.Current.CancellationToken);
        _fixture.Pass(1);
        Assert.False(ended.IsCompleted);

        caller.HangUp();
        _fixture.World.Run(() => Task.WhenAll(ended, empty));

        Assert.True(caller.IsGone);
    }

    [Fact]
    public void KeptParties_MoreEnd_ForgetsTheOldest()
    {
        var fixture = new PbxFixture(new SimulatedPbxOptions { KeptParties = 2 }).Connect();
        var callers = Enumerable.Range(0, 3).Select(_ => fixture.Call()).ToList();

        callers.ForEach(caller => caller.HangUp());

        Assert.Equal(callers.Skip(1).Select(c => c.Leg), fixture.Pbx.EndedParties.Select(p => p.Leg));
        Assert.Null(fixture.Pbx.FindParty(callers[0].Leg));
    }

    [Fact]
    public void AddSimulatedPbx_Twice_RegistersBothByName()
    {
        var builder = new Builder();
        builder.Services.AddSingleton(_fixture.World.Runtime);

        builder.AddSimulatedPbx("north").AddSimulatedPbx("south", options => options.KeptParties = 1);
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal(["north", "south"], services.GetServices<ITelephonyProvider>().Select(p => p.Name));
        Assert.Equal(["north", "south"], services.GetServices<SimulatedPbx>().Select(p => p.Name));
        Assert.Same(services.GetRequiredKeyedService<SimulatedPbx>("south"), services.GetServices<SimulatedPbx>().Last());
    }

    [Fact]
    public void AddSimulatedPbx_Existing_GivesTheHostAccessToIt()
    {
        var builder = new Builder();
        builder.Services.AddSingleton(_fixture.World.AddHost().Runtime);

        builder.AddSimulatedPbx(_fixture.Pbx);
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal("pbx", services.GetRequiredService<ITelephonyProvider>().Name);
        Assert.Same(_fixture.Pbx, services.GetRequiredService<SimulatedPbx>());
    }

    private sealed class Builder : IVirtualOfficeBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }
}
