using Microsoft.Playwright;

namespace VirtualOffice.Sdk.Desk.EndToEnd;

/// <summary>Debian's Chromium, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    // How long a condition may take on a busy machine; what holds is seen at once.
    private const float Patience = 90_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Chromium);

    public async ValueTask InitializeAsync()
    {
        if (!IsThere)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"],
        });
    }

    /// <summary>A browser of its own, in which somebody is signed in.</summary>
    internal async Task<IBrowserContext> OpenAsync(Uri url, string person, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, Locale = "en-GB" });
        context.SetDefaultTimeout(Patience);
        if (person.Length > 0)
        {
            await context.AddCookiesAsync([new Cookie { Name = Desk.Harness.TestSignIn.Name, Value = Uri.EscapeDataString(person), Url = url.ToString() }]);
        }

        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
