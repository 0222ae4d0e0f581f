using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>A world with a PBX and a host that writes down the events it gets.</summary>
internal sealed class PbxFixture
{
    public static readonly DeviceId Desk = DeviceId.Parse("op1");
    public static readonly PhoneNumber Mobile = PhoneNumber.Parse("+79219990011");

    public PbxFixture(SimulatedPbxOptions? options = null, int seed = 1, TaskOrder order = TaskOrder.Fifo)
    {
        World = new SimulatedWorld(seed, new SimulatedWorldOptions { Order = order });
        Pbx = new SimulatedPbx(World.Runtime, "pbx", options);
        Host = World.AddHost();
        Provider = Pbx.CreateProvider(Host.Runtime);
    }

    public SimulatedWorld World { get; }

    public SimulatedPbx Pbx { get; }

    public SimulatedHost Host { get; }

    public ITelephonyProvider Provider { get; }

    public List<TelephonyEvent> Events { get; } = [];

    public IEnumerable<string> EventNames => Events.Select(e => e.GetType().Name);

    public PbxFixture Connect()
    {
        _ = Listen(Host, Provider, Events);
        World.RunUntil(() => Events is [.., PbxConnected]);
        return this;
    }

    public static Task Listen(SimulatedHost host, ITelephonyProvider provider, List<TelephonyEvent> events) => host.Start(async () =>
    {
        await foreach (var telephonyEvent in provider.ConnectAsync(CancellationToken.None))
        {
            events.Add(telephonyEvent);
        }
    });

    /// <summary>Lets the host give a command and waits for its end.</summary>
    public T Do<T>(Func<ITelephonyProvider, Task<T>> command) => World.Run(() => Host.Start(() => command(Provider)));

    public void Pass(double seconds) => World.RunFor(TimeSpan.FromSeconds(seconds));

    public SimulatedParty Call(SimulatedCaller? behaviour = null) => Pbx.PlaceCall("+78124540001", "+79211234567", "Anna", behaviour);

    /// <summary>A call that is answered.</summary>
    public SimulatedParty AnsweredCall(SimulatedCaller? behaviour = null)
    {
        var caller = Call(behaviour);
        Assert.Equal(CommandResult.Done, Do(p => p.AnswerAsync(caller.Leg, default)));
        return caller;
    }

    public DialRequest Request(DialTarget target, string leg = "out-1", double ringSeconds = 20) => new(
        new LegId(Pbx.Name, leg),
        new LegTag(new CallId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), LegRole.Operator),
        target,
        CallerId.Clean("+79211234567", "Anna"),
        TimeSpan.FromSeconds(ringSeconds));

    /// <summary>The desk's phone, answered.</summary>
    public SimulatedParty AnsweredDesk()
    {
        Pbx.SetPhone(Desk, SimulatedPhone.Answers(TimeSpan.Zero));
        var request = Request(new DeviceTarget(Desk));
        Assert.Equal(CommandResult.Done, Do(p => p.DialAsync(request, default)));
        World.RunUntil(() => Pbx.FindParty(request.Leg)?.State == LegState.Up);
        return Pbx.FindParty(request.Leg)!;
    }
}
