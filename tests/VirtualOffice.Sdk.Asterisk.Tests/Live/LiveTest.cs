using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>A test on the real Asterisk, with a bench of its own.</summary>
public abstract class LiveTest(AsteriskServer server) : IAsyncLifetime
{
    private AsteriskTestBench? _bench;

    internal AsteriskServer Server => server;

    internal AsteriskTestBench Bench => _bench ??= new AsteriskTestBench(server);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
