using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>The supervisor's board of a large office: 500 companies, 2,000 operators, 300 calls on the line.</summary>
internal static class BoardBenchmark
{
    private const int Companies = 500;
    private const int Operators = 2_000;
    private const int Calls = 300;
    private const int Rounds = 60;

    public static async Task RunAsync(Report report)
    {
        await using var office = await RunningOffice.StartAsync(18473, Operators, Companies);
        await office.PostAsync("/ready");
        for (var call = 0; call < Calls; call++)
        {
            await office.CallAsync(call, seconds: 3_600);
        }

        using var http = new HttpClient { BaseAddress = office.Url, Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Add(PersonSignIn.Name, "supervisor");
        var (times, bytes) = (new List<double>(), 0L);
        var before = await office.CostAsync();
        for (var round = -Rounds; round < Rounds; round++)
        {
            before = round == 0 ? await office.CostAsync() : before;

            // Another state each time, so that the board is made anew.
            await office.CallAsync(Calls + Rounds + round, seconds: 3_600);
            await Task.Delay(250);
            var began = Stopwatch.GetTimestamp();
            var board = await http.GetByteArrayAsync(new Uri("/desk/api/board", UriKind.Relative));
            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                bytes += board.Length;
            }
        }

        var cost = await office.CostAsync();
        report.Title(string.Create(CultureInfo.InvariantCulture, $"The supervisor's board: {Companies} companies, {Operators:N0} operators, {Calls} calls on the line"));
        report.Times("Asked → board", times);
        report.Row("Size of a board, not compressed", string.Create(CultureInfo.InvariantCulture, $"{bytes / Rounds / 1024:N0} KB"));
        report.Row("CPU for a board and the call that changed it", string.Create(CultureInfo.InvariantCulture, $"{(cost.CpuSeconds - before.CpuSeconds) * 1000 / Rounds:F1} ms"));
        report.Row("Allocated meanwhile", string.Create(CultureInfo.InvariantCulture, $"{(cost.AllocatedBytes - before.AllocatedBytes) / Rounds / 1024:N0} KB"));
        await PaintAsync(office, report);
    }

    private static async Task PaintAsync(RunningOffice office, Report report)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PaintedPage.LaunchAsync(playwright);
        var began = Stopwatch.GetTimestamp();
        await using var page = await PaintedPage.OpenAsync(browser, office.Url, "supervisor", "#/board");
        await page.Page.Locator("#queues-title").WaitForAsync();
        report.Row("Page opened → board on it", string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms"));
    }
}
