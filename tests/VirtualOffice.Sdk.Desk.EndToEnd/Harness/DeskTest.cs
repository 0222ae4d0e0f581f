using Microsoft.Playwright;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

[assembly: AssemblyFixture(typeof(VirtualOffice.Sdk.Desk.EndToEnd.Browser))]

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>A test with an office of its own and people in browsers. Whatever a page writes to its console as an error, or throws, fails the test.</summary>
public abstract class DeskTest(Browser browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _errors = [];

    internal DeskOffice Office { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Assert.False(!Browser.IsThere && Environment.GetEnvironmentVariable("CI") == "true", "There is no /usr/bin/chromium, which eng/install-test-tools.sh installs.");
        Assert.SkipUnless(Browser.IsThere, "Needs /usr/bin/chromium: eng/install-test-tools.sh installs it.");
        Office = await DeskOffice.OpenAsync(isStored: IsStored, definition: Definition);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        if (Office is not null)
        {
            await Office.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(_errors);
    }

    internal async Task<IPage> OpenAsync(string person, string page = "", BrowserNewContextOptions? options = null)
    {
        var context = await browser.OpenAsync(Office.Url, person, options);
        _contexts.Add(context);
        return await OpenAsync(context, page);
    }

    internal async Task<IPage> OpenAsync(IBrowserContext context, string page = "")
    {
        var opened = await context.NewPageAsync();
        opened.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message.Text))
            {
                _errors.Add(message.Text);
            }
        };
        opened.PageError += (_, error) => _errors.Add(error);
        await opened.GotoAsync(new Uri(Office.Url, "/desk/" + page).ToString());
        return opened;
    }

    /// <summary>Whether the companies are in the store, where they can be changed.</summary>
    protected virtual bool IsStored => false;

    /// <summary>Another office than the usual three companies; null for these.</summary>
    protected virtual OfficeDefinition? Definition => null;

    /// <summary>Whether a test provokes what a browser calls an error.</summary>
    protected virtual bool IsExpected(string error) => false;

    /// <summary>An operator at whose desk a call to a company is up.</summary>
    internal async Task<(IPage Page, SimulatedParty Caller)> TalkAsync(string dialled = "+78124540001", string? name = "Ivan", BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync("operator:olga", options: options);
        await ReadyAsync(page);
        var caller = Office.Call(dialled: dialled, name: name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(page.Locator(".line-state")).ToContainTextAsync("conversation");
        await caller.WaitAsync(c => c.Hears?.Kind == SoundKind.Parties, TestContext.Current.CancellationToken);
        return (page, caller);
    }

    /// <summary>The call at the desk as its journal has it, once it is so.</summary>
    internal async Task<CallRecord> RecordAsync(Func<CallRecord, bool> condition)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Office.Office.Events.ReadAllAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = events.MoveNextAsync().AsTask();
        while (true)
        {
            var found = (await Office.Office.Calls.ListAsync(new CallQuery(TenantScope.Office), cancellationToken)).FirstOrDefault(condition);
            if (found is not null)
            {
                await stop.CancelAsync();
                return found;
            }

            await next.WaitAsync(TimeSpan.FromMinutes(3), cancellationToken);
            next = events.MoveNextAsync().AsTask();
        }
    }

    /// <summary>Makes the operator at the desk ready.</summary>
    internal static async Task ReadyAsync(IPage page)
    {
        await page.Locator(".state-bar").GetByRole(AriaRole.Button, new() { Name = "Ready" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state-bar .state")).ToHaveTextAsync("Ready");
    }
}
