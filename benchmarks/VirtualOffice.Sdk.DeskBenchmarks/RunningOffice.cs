using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>The office in its own process.</summary>
internal sealed class RunningOffice : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly int _operators;
    private readonly int _companies;
    private readonly string _data = Directory.CreateTempSubdirectory("vo-desk-bench-").FullName;
    private Process? _process;

    private RunningOffice(int port, int operators, int companies)
    {
        (Url, _operators, _companies) = (new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), operators, companies);
        _http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Url { get; }

    public static async Task<RunningOffice> StartAsync(int port, int operators, int companies = 20)
    {
        var office = new RunningOffice(port, operators, companies);
        await office.StartAsync();
        return office;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(RunningOffice).Assembly.Location);
        }

        foreach (var argument in new[] { "serve", Url.Port.ToString(CultureInfo.InvariantCulture), _operators.ToString(CultureInfo.InvariantCulture), _companies.ToString(CultureInfo.InvariantCulture), _data })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        while (true)
        {
            try
            {
                await CostAsync();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public async Task StopAsync()
    {
        try
        {
            using var _ = await _http.PostAsync(new Uri("/stop", UriKind.Relative), null);
        }
        catch (HttpRequestException)
        {
            // It went before it answered.
        }

        await _process!.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task<Cost> CostAsync() => (await _http.GetFromJsonAsync<Cost>("/cost"))!;

    /// <summary>Somebody calls one of the companies, and stays on the line for so long.</summary>
    public async Task CallAsync(int number, int seconds = 5)
    {
        using var response = await _http.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/call/{number % _companies}/7921{number:D7}/{seconds}"), UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    public async Task PostAsync(string path)
    {
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Calls, one every tenth of a second.</summary>
    public async Task CallsAsync(int from, int count)
    {
        // By the clock and not one after the other: an office that is slow is not to be called less often for it.
        var began = Stopwatch.GetTimestamp();
        var calls = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromMilliseconds(100 * i) - Stopwatch.GetElapsedTime(began);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            calls.Add(CallAsync(from + i));
        }

        await Task.WhenAll(calls);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
