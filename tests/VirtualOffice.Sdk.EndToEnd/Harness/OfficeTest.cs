namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A test with an office of its own on the run's Asterisk. When it fails, the host's log goes with it.</summary>
public abstract class OfficeTest(AsteriskServer pbx) : IAsyncLifetime
{
    private const int LogTail = 12000;

    private readonly List<Office> _offices = [];

    internal AsteriskServer Server => pbx;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AsteriskServer.IsWanted, AsteriskServer.WhyNot);
        Assert.True(File.Exists(FrontDeskHost.Dll), $"The sample host is not built: {FrontDeskHost.Dll}");
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the office of this test.</summary>
    internal async Task<Office> OpenAsync(OfficeSettings? settings = null)
    {
        var office = await Office.OpenAsync(pbx, settings ?? new OfficeSettings());
        _offices.Add(office);
        return office;
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            foreach (var office in _offices)
                TestContext.Current.TestOutputHelper?.WriteLine(await office.DescribeAsync() + Tail(office.Host.Log));
            TestContext.Current.TestOutputHelper?.WriteLine(Tail(pbx.Log()));
        }

        foreach (var office in _offices)
            await office.DisposeAsync();
        await pbx.Control.ClearAsync();
        GC.SuppressFinalize(this);
    }

    private static string Tail(string log) => log.Length > LogTail ? log[^LogTail..] : log;
}
