using VirtualOffice.Sdk.EndToEnd.Api;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>The sample host as a process of its own.</summary>
internal sealed class FrontDeskHost : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly List<string> _earlierLogs = [];
    private ChildProcess? _process;

    public FrontDeskHost(TempFolder folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        _folder = folder;
        Url = new Uri($"http://127.0.0.1:{Ports.Mine.FrontDesk}");
        _arguments = [Dll, "--urls", Url.ToString().TrimEnd('/'), .. arguments];
        _environment = environment;
        Api = new FrontDeskApi(Url);
    }

    /// <summary>Where it is once built.</summary>
    public static string Dll { get; } = Repository.PathOf("samples", "FrontDesk", "bin", Repository.Configuration, "net10.0", "FrontDesk.dll");

    /// <summary>Where it serves.</summary>
    public Uri Url { get; }

    public FrontDeskApi Api { get; }

    /// <summary>What it has logged, over all its starts.</summary>
    public string Log => string.Join("\n--- started again ---\n", [.. _earlierLogs, _process?.Output ?? ""]);

    /// <summary>Starts it and waits until it takes calls.</summary>
    public async Task StartAsync()
    {
        StartWithoutWaiting();
        await IsReadyAsync();
    }

    public void StartWithoutWaiting() => _process = ChildProcess.Start("dotnet", _arguments, _folder.Path, _environment);

    public async Task IsReadyAsync() => await Eventually.GetAsync("the host is ready", async () =>
        _process!.HasExited
            ? throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{_process.Output}")
            : await Api.ReadinessAsync(), seen => seen.Ready);

    /// <summary>kill -9: nothing is written, nobody is told.</summary>
    public async Task KillAsync()
    {
        await _process!.DisposeAsync();
        _earlierLogs.Add(_process.Output);
        _process = null;
    }

    /// <summary>Starts again after <see cref="KillAsync"/>, with the same arguments and the same database.</summary>
    public Task RestartAsync() => StartAsync();

    /// <summary>Whether it has ended by itself, and with which exit code.</summary>
    public int? ExitCode => _process is { HasExited: true } ended ? ended.ExitCode : null;

    public Task FreezeAsync() => _process!.FreezeAsync();

    public Task ThawAsync() => _process!.ThawAsync();

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
