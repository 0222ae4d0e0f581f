using System.Globalization;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>A thousand desks after a restart of the host: until the last one has its snapshot again.</summary>
internal static class ReconnectBenchmark
{
    private const int Desks = 1000;

    public static async Task RunAsync(Report report)
    {
        await using var office = await RunningOffice.StartAsync(18471, Desks);
        var desks = Enumerable.Range(0, Desks).Select(i => new DeskProgram(office.Url, $"op{i}")).ToList();
        foreach (var some in desks.Chunk(50))
        {
            await Task.WhenAll(some.Select(d => d.OpenAsync()));
        }

        report.Title(string.Create(CultureInfo.InvariantCulture, $"{Desks:N0} desks after a restart of the host"));
        await office.StopAsync();
        var stopped = DateTimeOffset.UtcNow;
        await office.StartAsync();
        var back = DateTimeOffset.UtcNow;
        var began = await office.CostAsync();
        while (desks.Any(d => d.JoinedAt < back.AddSeconds(-1)) && DateTimeOffset.UtcNow < back.AddMinutes(3))
        {
            await Task.Delay(50);
        }

        var cost = await office.CostAsync();
        var joined = desks.Where(d => d.JoinedAt > stopped).Select(d => Math.Max(0, (d.JoinedAt - back).TotalMilliseconds)).ToList();
        report.Row("The host is back and listens after", string.Create(CultureInfo.InvariantCulture, $"{(back - stopped).TotalSeconds:F1} s"));
        report.Times("From then to a desk's snapshot", joined);
        report.Row("The last desk has its snapshot after", string.Create(CultureInfo.InvariantCulture, $"{joined.DefaultIfEmpty().Max() / 1000:F1} s"));
        report.Row("Desks that are back", string.Create(CultureInfo.InvariantCulture, $"{joined.Count:N0} of {Desks:N0}"));
        report.Row("CPU of the host meanwhile", string.Create(CultureInfo.InvariantCulture, $"{cost.CpuSeconds - began.CpuSeconds:F1} s, {(cost.CpuSeconds - began.CpuSeconds) * 1000 / Desks:F1} ms a desk"));
        report.Row("Memory of the host", string.Create(CultureInfo.InvariantCulture, $"{cost.WorkingSet / 1024 / 1024} MB"));
        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }
    }
}
