using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPeopleTests
{
    [Fact]
    public void Start_OneMinute_ShowsFiveOutcomesWithEverySeed()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var office = new PeopledOffice(seed);

            office.World.RunFor(TimeSpan.FromMinutes(1));

            var outcomes = office.Outcomes.ToList();
            Assert.True(outcomes.Distinct().Count() >= 5, $"seed {seed}: {string.Join(", ", outcomes.CountBy(o => o))}");
        }
    }

    [Fact]
    public void Start_TwentyMinutes_KeepsGoingAndEndsNoCallBadly()
    {
        var office = new PeopledOffice(2);

        office.World.RunFor(TimeSpan.FromMinutes(20));

        var outcomes = office.Outcomes.ToList();
        Assert.InRange(office.Calls.Count, 280, 360);
        Assert.DoesNotContain(CallOutcomeKind.FailedInternal, outcomes);
        Assert.DoesNotContain(CallOutcomeKind.LostByPbx, outcomes);
        var calls = office.Calls;
        Assert.Contains(calls, c => c.Caller.IsWithheld);
        Assert.Equal(
            Enum.GetValues<OfferResult>().Except([OfferResult.DeviceGone, OfferResult.Withdrawn]),
            calls.SelectMany(c => c.Offers).Select(o => o.Result).OfType<OfferResult>().Distinct().Where(r => r is not (OfferResult.DeviceGone or OfferResult.Withdrawn)).Order());
        Assert.True(calls.SelectMany(c => c.Transfers).SelectMany(t => t.Attempts).Select(a => a.Result).Distinct().Count() >= 5);
        Assert.Contains(office.Pbx.EndedParties, p => p.IsCaller && p.Heard.Any(span => span.Sound.Kind == SoundKind.Parties));
    }

    [Fact]
    public void Start_Operators_GoToWorkAndTakeBreaks()
    {
        var office = new PeopledOffice(1, options =>
        {
            options.CallsPerMinute = 0.001;
            options.BreakEvery = TimeSpan.FromMinutes(1);
        });
        office.World.RunFor(TimeSpan.FromSeconds(1));
        Assert.All(office.Office.Operators.List(), op => Assert.Contains(op.State, new[] { OperatorState.Available, OperatorState.Offered, OperatorState.OnCall }));

        var seen = new HashSet<(OperatorId, OperatorState)>();
        for (var i = 0; i < 300; i++)
        {
            office.World.RunFor(TimeSpan.FromSeconds(2));
            seen.UnionWith(office.Office.Operators.List().Select(op => (op.Definition.Id, op.State)));
        }

        Assert.All(office.Office.Operators.List(), op => Assert.Contains((op.Definition.Id, OperatorState.Break), seen));
    }

    [Fact]
    public void Start_SameSeed_SameCalls()
    {
        static string Trace(int seed)
        {
            var office = new PeopledOffice(seed);
            office.World.RunFor(TimeSpan.FromMinutes(2));
            return string.Join('\n', office.Calls.Select(c => $"{c.Id} {c.Caller} {c.Dialled} {c.Outcome} {c.Version} {c.StageSince:O}"));
        }

        Assert.Equal(Trace(9), Trace(9));
        Assert.NotEqual(Trace(9), Trace(10), StringComparer.Ordinal);
    }

    [Fact]
    public void Stop_People_NobodyCallsAnyMore()
    {
        var office = new PeopledOffice(1);
        office.World.RunFor(TimeSpan.FromMinutes(1));

        office.Stop();
        var before = office.Calls.Count;
        office.World.RunFor(TimeSpan.FromMinutes(10));

        Assert.Equal(before, office.Calls.Count);
        Assert.All(office.Calls, call => Assert.True(call.IsClosed));
        Assert.Empty(office.Pbx.Parties);
    }

    [Fact]
    public void New_NoSimulatedPbx_SaysWhatToAdd()
    {
        var office = new PeopledOffice(1);

        var thrown = Assert.Throws<VirtualOfficeException>(
            () => new SimulatedPeople(office.Office, [], office.World.Runtime, new SimulatedPeopleOptions(), NullLogger<SimulatedPeople>.Instance));

        Assert.Contains("AddSimulatedPbx()", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_BadOptions_Throws()
    {
        var office = new PeopledOffice(1);
        SimulatedPeople Create(SimulatedPeopleOptions options) =>
            new(office.Office, [office.Pbx], office.World.Runtime, options, NullLogger<SimulatedPeople>.Instance);

        Assert.Throws<VirtualOfficeException>(() => Create(new SimulatedPeopleOptions { CallsPerMinute = 0 }));
        Assert.Throws<VirtualOfficeException>(() => Create(new SimulatedPeopleOptions
        {
            QuestionWeight = 0,
            TransferWeight = 0,
            MessageWeight = 0,
            ImpatientWeight = 0,
            WrongNumberWeight = 0,
        }));
    }
}
