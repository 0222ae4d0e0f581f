using System.Globalization;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>
/// The Asterisk of this run, through eng/asterisk.sh: the dialplan is the adapter's template. It is there when
/// VO_ASTERISK_SH=1 is set, as eng/test.sh does; else the tests that need it are skipped.
/// </summary>
public sealed class AsteriskServer : IAsyncLifetime
{
    private static readonly string _script = Repository.PathOf("eng", "asterisk.sh");

    private readonly TempFolder _folder = new();
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();

    internal static bool IsWanted => Environment.GetEnvironmentVariable("VO_ASTERISK_SH") == "1";

    internal const string WhyNot = "needs a real Asterisk and SIPp: run eng/test.sh, or set VO_ASTERISK_SH=1 after eng/install-test-tools.sh";

    internal AsteriskControl Control { get; private set; } = null!;

    internal Uri Url => new(_settings["VO_AST_ARI"] + "/");
    internal Uri WebSocket => new(_settings["VO_AST_WEBSOCKET"]);
    internal string User => _settings["VO_AST_USER"];
    internal string Password => _settings["VO_AST_PASSWORD"];
    internal string CallRecords => _settings["VO_AST_CALL_RECORDS"];
    internal string Recordings => _settings["VO_AST_RECORDINGS"];

    public async ValueTask InitializeAsync()
    {
        if (!IsWanted)
            return;
        await StartAsync();
        var lines = await RunAsync("env");
        _settings = lines.Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.Trim().Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Control = new AsteriskControl(Url, User, Password);
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, as it was: same ports, same password, no calls.</summary>
    internal Task StartAsync() => RunAsync("start");

    /// <summary>Stops it; every call on it ends.</summary>
    internal Task StopAsync() => RunAsync("stop");

    /// <summary>kill -9: nobody is told that the calls are over. Returns when it is gone with all its threads, and its ports are free.</summary>
    internal Task KillAsync() => ChildProcess.RunAsync("bash", ["-c", $"""
        pid=$(cat '{_folder.File("run", "pid")}')
        kill -KILL "$pid"
        while grep -qsa . "/proc/$pid/cmdline" || [ "$(ls "/proc/$pid/task" 2>/dev/null | wc -l)" -gt 1 ]; do sleep 0.05; done
        """]);

    /// <summary>Calls of earlier tests are none of the next office's business: it would account for them.</summary>
    internal void ForgetCallRecords() => File.Delete(CallRecords);

    /// <summary>Warnings and errors since it was started.</summary>
    internal string Log() => File.Exists(_folder.File("log", "messages")) ? File.ReadAllText(_folder.File("log", "messages")) : "";

    public async ValueTask DisposeAsync()
    {
        if (IsWanted)
            await StopAsync();
        Control?.Dispose();
        _folder.Dispose();
    }

    private Task<string> RunAsync(string command) => ChildProcess.RunAsync(_script, [command, _folder.Path], new Dictionary<string, string>
    {
        ["VO_AST_SIP_PORT"] = Text(Ports.Mine.Sip),
        ["VO_AST_HTTP_PORT"] = Text(Ports.Mine.Ari),
        ["VO_AST_RTP_START"] = Text(Ports.Mine.RtpStart),
        ["VO_AST_RTP_END"] = Text(Ports.Mine.RtpEnd),
        ["VO_AST_AGENT_PORT"] = Text(Ports.Mine.Device(0)),
        ["VO_AST_CARRIER_PORT"] = Text(Ports.Mine.Carrier),
    });

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
