using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>Many calls at once, and every one of them in order.</summary>
public sealed class ManyCallsTests(AsteriskServer server) : LiveTest(server)
{
    private const int Calls = 30;

    [Fact]
    public async Task Calls_AllAtOnce_EachIsConnectedAndEndsOnce()
    {
        Bench.DevicePhone.OnCall = async call =>
        {
            await call.ReplyAsync(180);
            call.Decide(200);
        };
        await using var reader = new ProviderReader(Bench.Provider);
        await reader.SeesAsync<PbxConnected>();
        var callers = Enumerable.Range(0, Calls).Select(i => Bench.Call(Bench.DialledNumber, $"<sip:+7921000{i:0000}@127.0.0.1>")).ToList();
        var offered = await Eventually.GetAsync("all are offered", () => reader.Events.OfType<LegOffered>().ToList(), o => o.Count == Calls);

        var dialled = await Task.WhenAll(offered.Select(ConnectAsync));

        var ups = await Eventually.GetAsync("all are answered", () => reader.Events.OfType<LegAnswered>().ToList(), o => o.Count == Calls);
        Assert.Equal(dialled.Order(), ups.Select(u => u.Leg.Value).Order());
        callers.ForEach(caller => caller.HangUp());
        await Task.WhenAll(dialled.Select(leg => Bench.Provider.HangUpAsync(new LegId("main", leg), LegEndCause.Normal, Cancellation)));
        await Eventually.HoldsAsync("all have ended", () => reader.Events.OfType<LegEnded>().Count() == 2 * Calls);
        await Task.WhenAll(dialled.Select(leg => Bench.Provider.DestroyBridgeAsync(new BridgeId("main", "b" + leg), Cancellation)));
        await Server.Control.IsEmptyAsync();
        Assert.Equal(2 * Calls, reader.Events.OfType<LegEnded>().Select(e => e.Leg).Distinct().Count());
        AssertOrdered(reader.Events, ups.Select(u => u.Leg));
    }

    private async Task<string> ConnectAsync(LegOffered offered)
    {
        var request = Request();
        var bridge = new BridgeId("main", "b" + request.Leg.Value);
        Assert.Equal(CommandResult.Done, await Bench.Provider.AnswerAsync(offered.Leg, Cancellation));
        Assert.Equal(CommandResult.Done, await Bench.Provider.JoinAsync(bridge, offered.Leg, Cancellation));
        Assert.Equal(CommandResult.Done, await Bench.Provider.DialAsync(request, Cancellation));
        Assert.Equal(CommandResult.Done, await Bench.Provider.JoinAsync(bridge, request.Leg, Cancellation));
        return request.Leg.Value;
    }

    private static void AssertOrdered(IReadOnlyList<TelephonyEvent> events, IEnumerable<LegId> legs)
    {
        foreach (var leg in legs)
        {
            var own = events.OfType<LegEvent>().Where(e => e.Leg == leg).Select(e => e.GetType()).ToList();
            Assert.Equal([typeof(LegRinging), typeof(LegAnswered), typeof(LegEnded)], own);
        }
    }
}
