using System.Globalization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>How long from an offer to the screen, with a hundred desks and ten calls a second, and what the desks cost.</summary>
internal static class PopBenchmark
{
    private const int Operators = 100;
    private const int Pages = 2;
    private const int Calls = 400;

    public static async Task RunAsync(Report report)
    {
        await using var office = await RunningOffice.StartAsync(18470, Operators);
        report.Title(string.Create(CultureInfo.InvariantCulture, $"Screen pop: {Operators} desks, of them {Pages} real pages in Chromium; 10 calls a second"));
        await EchoAsync(office, report);

        // The same calls without a single desk: what the office itself costs.
        await office.PostAsync("/ready");
        await office.CallsAsync(0, 50);
        var bare = await MeasureAsync(office, 1000);
        report.Row("Office without desks: CPU for a call", string.Create(CultureInfo.InvariantCulture, $"{bare.Cpu * 1000 / Calls:F1} ms"));

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PaintedPage.LaunchAsync(playwright);
        var pages = new List<PaintedPage>();
        for (var i = 0; i < Pages; i++)
        {
            pages.Add(await PaintedPage.OpenAsync(browser, office.Url, $"op{i}"));
        }

        var desks = Enumerable.Range(Pages, Operators - Pages).Select(i => new DeskProgram(office.Url, $"op{i}")).ToList();
        await Task.WhenAll(desks.Select(d => d.OpenAsync()));
        await office.PostAsync("/ready");
        await office.CallsAsync(5000, 100);
        foreach (var desk in desks)
        {
            desk.Pops.Clear();
        }

        await Task.WhenAll(pages.Select(p => p.Page.EvaluateAsync("window.painted.length = 0")));
        var (bytes, requests) = (desks.Sum(d => d.Bytes), desks.Sum(d => d.Requests));
        var full = await MeasureAsync(office, 6000);
        report.Times("Offer → snapshot at the desk", [.. desks.SelectMany(d => d.Pops)]);
        var painted = new List<double>();
        foreach (var page in pages)
        {
            painted.AddRange(await page.PaintedAsync());
            await page.DisposeAsync();
        }

        report.Times("Offer → painted in Chromium", painted);
        report.Row("Office with desks: CPU for a call", string.Create(CultureInfo.InvariantCulture, $"{full.Cpu * 1000 / Calls:F1} ms"));
        report.Row("Office with desks: CPU, of one core", string.Create(CultureInfo.InvariantCulture, $"{full.Cpu / full.Seconds * 100:F0} %"));
        report.Row("A desk's share of that: CPU for a call and a desk", string.Create(CultureInfo.InvariantCulture, $"{(full.Cpu - bare.Cpu) * 1000 / Calls / Operators:F3} ms"));
        report.Row("Bytes for a call and a desk, both ways, TCP payload", string.Create(CultureInfo.InvariantCulture, $"{(desks.Sum(d => d.Bytes) - bytes) / (double)Calls / desks.Count:F0}"));
        report.Row("Requests for a call and a desk", string.Create(CultureInfo.InvariantCulture, $"{(desks.Sum(d => d.Requests) - requests) / (double)Calls / desks.Count:F2}"));
        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }
    }

    private static async Task<(double Cpu, double Seconds)> MeasureAsync(RunningOffice office, int from)
    {
        var (before, began) = (await office.CostAsync(), DateTimeOffset.UtcNow);
        await office.CallsAsync(from, Calls);
        return ((await office.CostAsync()).CpuSeconds - before.CpuSeconds, (DateTimeOffset.UtcNow - began).TotalSeconds);
    }

    private static async Task EchoAsync(RunningOffice office, Report report)
    {
        var hubs = Enumerable.Range(0, Operators).Select(_ => new HubConnectionBuilder().WithUrl(new Uri(office.Url, "/echo"), HttpTransportType.WebSockets, o => o.SkipNegotiation = true).Build()).ToList();
        await Task.WhenAll(hubs.Select(h => h.StartAsync()));
        var times = new List<double>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        for (var i = 0; i < 600 && await timer.WaitForNextTickAsync(); i++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await hubs[i % Operators].InvokeAsync<long>("Echo", (long)i);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        report.Times("A bare SignalR echo, there and back, 100 connections", times[100..]);
        await Task.WhenAll(hubs.Select(h => h.DisposeAsync().AsTask()));
    }
}
