using Microsoft.Playwright;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>A page in a real Chromium that writes down when it has painted what it is asked to watch.</summary>
internal sealed class PaintedPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Watch = """
        window.painted = [];
        const offers = new Map(), done = new Set();
        let current = null;
        const ask = window.fetch;
        window.fetch = async (...a) => {
          const answer = await ask(...a);
          if (String(a[0]).endsWith('/api/desk') || String(a[0]).includes('/api/desk/')) answer.clone().json().then(s => {
            if (s?.call?.offer) { offers.set(s.call.id, Date.parse(s.call.offer.at)); current = s.call.id; }
          }).catch(() => {});
          return answer;
        };
        new MutationObserver(() => {
          const id = current;
          if (id && !done.has(id) && document.querySelector('.line.ringing')) {
            done.add(id);
            // The frame that shows it has been handed over when the first task after it runs.
            requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.painted.push(Date.now() - offers.get(id)); c.port2.postMessage(0); });
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
        """;

    public IPage Page => page;

    public static async Task<PaintedPage> OpenAsync(IBrowser browser, Uri url, string person, string at = "")
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "en-GB" });
        await context.AddCookiesAsync([new() { Name = PersonSignIn.Name, Value = person, Url = url.ToString() }]);
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(url, "/desk/" + at).ToString());
        return new PaintedPage(context, page);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--mute-audio"] });

    public Task<double[]> PaintedAsync() => page.EvaluateAsync<double[]>("window.painted");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
