using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Callbacks;

/// <summary>Callers nobody served are on the work list, until somebody or they themselves see to it.</summary>
public sealed class CallbackTests
{
    private static readonly CallbackFilter All = new(TenantScope.Office, WithEnded: true);

    private readonly SimulatedOffice _office = new();

    [Fact]
    public void CallerGivesUp_IsOnTheListUntilAPersonHasDealtWithIt()
    {
        var call = GiveUp();

        var task = Assert.Single(List(new CallbackFilter(TenantScope.Of(SimulatedOffice.Fox))));
        Assert.Equal((call.Id, "+79215550101", "Ivan", CallOutcomeKind.Abandoned, CallStage.Queue), (task.Call, task.Number.ToString(), task.Name, task.Outcome, task.Stage));
        Assert.Equal(call.Outcome!.Waited, task.Waited);

        var told = new List<CallbackTask>();
        _ = _office.Host!.Start(async () =>
        {
            await foreach (var e in _office.Office.Events.ReadAllAsync())
            {
                told.AddRange(e is CallbackTaskEnded { Task: var ended } ? [ended] : []);
            }
        });
        Assert.True(_office.World.Run(() => _office.Office.Callbacks.EndAsync(call.Id, "olga", "Reached.")));
        Assert.False(_office.World.Run(() => _office.Office.Callbacks.EndAsync(call.Id, "rita")));
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal((call.Id, "olga"), (Assert.Single(told).Call, told[0].End?.By));
        Assert.Empty(List(new CallbackFilter(TenantScope.Office)));
        Assert.Equal(("olga", "Reached."), (List(All).Single().End!.By, List(All).Single().End!.Note));
    }

    [Fact]
    public void CallerCallsAgainAndIsServed_IsOffTheList()
    {
        var call = GiveUp();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var again = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", "Ivan");
        _office.World.RunUntil(() => _office.ReadCalls() is [_, { Stage: CallStage.Conversation }], TimeSpan.FromMinutes(1));
        again.HangUp();
        _office.World.RunUntil(() => _office.ReadCalls().All(c => c.IsClosed), TimeSpan.FromMinutes(1));

        Assert.Equal((call.Id, _office.ReadCalls()[1].Id), (List(All).Single().Call, List(All).Single().End?.CalledAgain));
    }

    [Theory]
    [InlineData("", null, "by")]
    [InlineData(" ", null, "by")]
    [InlineData("olga", "long", "note")]
    public async Task End_BadInput_NamesIt(string by, string? note, string parameter)
    {
        _office.StartHost();
        var text = note is null ? null : new string('x', CallbackEnd.MaxNoteLength + 1);
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => _office.Office.Callbacks.EndAsync(default, by, text, TestContext.Current.CancellationToken));
        Assert.Equal(parameter, error.ParamName);
    }

    private CallRecord GiveUp()
    {
        _office.StartHost();
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", "Ivan");
        _office.RunUntilStage(CallStage.Queue);
        _office.World.RunFor(TimeSpan.FromSeconds(3));
        caller.HangUp();
        return _office.RunUntilClosed();
    }

    private IReadOnlyList<CallbackTask> List(CallbackFilter filter) => _office.World.Run(() => _office.Office.Callbacks.ListAsync(filter));
}
