using System.Globalization;
using Microsoft.Playwright;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>Searching among ten thousand calls: from pressing the button to the painted page.</summary>
internal static class SearchBenchmark
{
    private const int Calls = 10_000;
    private const int Rounds = 30;

    // Painted: the first task after the frame that follows the new rows.
    private const string Search = """
        async () => {
          const rows = () => [...document.querySelectorAll('.page tbody tr th a')].map(a => a.getAttribute('href')).join();
          const body = document.querySelector('.page');
          const began = performance.now();
          let answered = 0;
          const ask = window.fetch;
          window.fetch = async (...a) => { const answer = await ask(...a); const text = await answer.clone().text(); answered = performance.now(); return answer; };
          const before = rows();
          const changed = new Promise(done => {
            const look = new MutationObserver(() => { if (rows() !== before) { look.disconnect(); requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => done(performance.now()); c.port2.postMessage(0); }); } });
            look.observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
          });
          document.querySelector('.filter button').click();
          const painted = await changed;
          window.fetch = ask;
          return [answered - began, painted - began];
        }
        """;

    public static async Task RunAsync(Report report)
    {
        await using var office = await RunningOffice.StartAsync(18472, 100);
        await office.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/history/{Calls}"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PaintedPage.LaunchAsync(playwright);
        await using var page = await PaintedPage.OpenAsync(browser, office.Url, "supervisor", "#/calls");
        await page.Page.Locator(".page tbody tr").First.WaitForAsync();
        var (answered, painted) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            // Another caller each time, and all calls every other time: the rows are different ones.
            await page.Page.Locator(".filter input").First.FillAsync(i % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"+7921{i * 37 % 3000:D7}") : "");
            var times = await page.Page.EvaluateAsync<double[]>(Search);
            answered.Add(times[0]);
            painted.Add(times[1]);
        }

        report.Title(string.Create(CultureInfo.InvariantCulture, $"Search among {Calls:N0} calls, in SQLite"));
        report.Times("Pressed → answer in the page", answered);
        report.Times("Pressed → painted", painted);
    }
}
