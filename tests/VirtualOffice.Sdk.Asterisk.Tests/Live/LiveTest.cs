using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>A test on the real Asterisk, with a bench of its own.</summary>
public abstract class LiveTest(AsteriskServer server) : IAsyncLifetime
{
    private AsteriskTestBench? _bench;

    internal AsteriskServer Server => server;

    internal AsteriskTestBench Bench => _bench ??= new AsteriskTestBench(server);

    /// <summary>Makes the bench with other options than the usual.</summary>
    internal void SetUp(Action<AsteriskOptions> configure) => _bench = new AsteriskTestBench(server, configure);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Another host, or the same one after a restart. It has a cable of its own.</summary>
    internal AsteriskTelephonyProvider NewHost() =>
        AsteriskTestBench.NewProvider(new AsteriskOptions { Url = server.Url, User = server.User, Password = server.Password, CommandTimeout = TimeSpan.FromSeconds(30), HeartbeatInterval = TimeSpan.FromSeconds(30) }, new TestLog());

    /// <summary>A leg to be dialled, to the bench's device unless said otherwise.</summary>
    internal DialRequest Request(DialTarget? target = null, TimeSpan? ringTime = null) => new(
        new LegId("main", Bench.NewId()),
        new LegTag(new CallId(Guid.CreateVersion7()), LegRole.Operator),
        target ?? new DeviceTarget(Bench.Device),
        CallerId.Clean("+79211234567", "Anna"),
        ringTime ?? Bench.Deadline);

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AsteriskServer.IsWanted, AsteriskServer.WhyNot);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', _bench.Log.Lines));
            }

            await _bench.DisposeAsync();
        }

        if (server.Control is not null)
        {
            await server.Control.ClearAsync();
        }

        GC.SuppressFinalize(this);
    }
}
