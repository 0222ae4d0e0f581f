using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Queues;

public sealed class QueuesTests
{
    private readonly SimulatedOffice _office = new(configure: options => (options.ExplainOffers, options.WrapUp) = (true, TimeSpan.FromMinutes(1)));

    [Fact]
    public void Get_CallersWaitAndAreServed_ShowsBoth()
    {
        Open();
        Call("79215550101");
        Call("79215550102");
        _office.World.RunFor(TimeSpan.FromSeconds(12.5));

        var queue = Get();
        Assert.Equal((2, 12), (queue.Waiting, (int)queue.LongestWait!.Value.TotalSeconds));
        Assert.Equal(2, queue.Operators[OperatorState.Offline]);
        Assert.Null(queue.Recent.OfAll);

        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.World.RunUntil(() => _office.ReadCalls()[0].Stage == CallStage.Conversation, TimeSpan.FromMinutes(1));
        _office.World.RunFor(TimeSpan.FromSeconds(30));
        _office.Pbx.Parties.Single(p => p.Leg == _office.ReadCalls()[1].CallerLeg).HangUp();
        _office.World.RunFor(TimeSpan.FromSeconds(2));

        var later = Get();
        Assert.Equal((0, null, 1, 1), (later.Waiting, later.LongestWait, later.Operators[OperatorState.OnCall], later.Operators[OperatorState.Offline]));
        Assert.Equal((1, 1, 1, 0), (later.Recent.Answered, later.Recent.AnsweredInTime, later.Recent.Abandoned, later.Recent.AbandonedInTime));
        Assert.Equal((1.0, 0.5), (later.Recent.OfAnswered, later.Recent.OfAll));
        Assert.True(later.Version > queue.Version);

        _office.World.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal((null, 0.5), (Get().Recent.OfAll, Get().Hour.OfAll));
    }

    [Fact]
    public void Forecast_SecondInLine_SaysSo()
    {
        Open();
        Call("79215550101");
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        Call("79215550102");
        _office.World.RunFor(TimeSpan.FromSeconds(1));

        var second = _office.World.Run(() => _office.Office.Queues.ForecastAsync(_office.ReadCalls()[1].Id));
        Assert.Equal(new QueueForecast(2, null), second);
        Assert.Null(_office.World.Run(() => _office.Office.Queues.ForecastAsync(default)));
    }

    [Fact]
    public void Explain_WaitingAndOffered_NamesEverybodyWithTheReason()
    {
        Open();
        var explained = new List<string>();
        _ = _office.Host!.Start(async () =>
        {
            await foreach (var e in _office.Office.Events.ReadAllAsync())
            {
                if (e is OfferExplained offered)
                {
                    explained.Add(offered.Explanation.ToString());
                }
            }
        });
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Break);
        Call("79215550101");
        _office.World.RunFor(TimeSpan.FromSeconds(9));
        var id = _office.Call().Id;
        Assert.Equal($"call {id} of fox-travel, in line for 9 s: nobody; skipped: olga (offline), pavel (on a break)", Explain(id));

        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.World.RunFor(TimeSpan.FromMilliseconds(900));
        Assert.Equal($"call {id} of fox-travel, in line for 9 s: olga, idle 0 s (longest-idle); skipped: pavel (on a break)", Assert.Single(explained));
        Assert.StartsWith($"call {id} of fox-travel, in line for 10 s: olga, idle", Explain(id), StringComparison.Ordinal);

        _office.RunUntilStage(CallStage.Conversation);
        Assert.Null(_office.World.Run(() => _office.Office.Queues.ExplainAsync(id)));
    }

    [Fact]
    public async Task Get_UnknownCompany_SaysSo()
    {
        Open();
        var asked = _office.Office.Queues.GetAsync(CompanyId.Parse("nobody"), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => asked);
    }

    private void Open()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(2)));
    }

    private void Call(string number) => _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, number);

    private QueueSnapshot Get() => _office.World.Run(() => _office.Office.Queues.GetAsync(SimulatedOffice.Fox));

    private string Explain(CallId call) => _office.World.Run(() => _office.Office.Queues.ExplainAsync(call))!.ToString();
}
