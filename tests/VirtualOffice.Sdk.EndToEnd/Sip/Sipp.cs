using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>One running SIPp with a scenario of the folder sipp/.</summary>
internal sealed class Sipp : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _trace;
    private readonly int _port;

    private Sipp(ChildProcess process, string trace, int port)
    {
        _process = process;
        _trace = trace;
        _port = port;
    }

    public IReadOnlyList<SipMessage> Messages => SipTrace.Read(_trace);

    public bool HasExited => _process.HasExited;

    /// <summary>Whether the scenario went through; SIPp with a call still up has not ended.</summary>
    public bool Succeeded => _process.HasExited && _process.ExitCode == 0;

    public static Sipp Start(string folder, string scenario, int port, params IEnumerable<string> arguments)
    {
        var trace = Path.Combine(folder, $"{scenario}-{port}-{Guid.NewGuid():N}.sip");
        string[] usual =
        [
            "-sf", Path.Combine(AppContext.BaseDirectory, "sipp", scenario + ".xml"),
            "-i", "127.0.0.1", "-p", Text(port), "-mp", Text(scenario is "phone" or "listener" ? Ports.Mine.NextPhoneMedia() : Ports.Mine.NextCallerMedia()),
            "-nostdin", "-trace_msg", "-message_file", trace,
        ];
        return new Sipp(ChildProcess.Start("sipp", [.. usual, .. arguments], folder), trace, port);
    }

    /// <summary>Waits until it can be reached.</summary>
    public Task ListensAsync() => Eventually.HoldsAsync($"SIPp listens at {_port}", () =>
        _process.HasExited
            ? throw new InvalidOperationException($"SIPp ended with {_process.ExitCode}:\n{_process.Output}")
            : IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(at => at.Port == _port));

    /// <summary>Steps into a call: the scenarios act on the methods ANSWER and HANGUP, which no SIP element sends.</summary>
    public async Task CommandAsync(string method, string callId, string? header = null)
    {
        using var socket = new UdpClient();
        var text = $"""
            {method} sip:127.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-{Guid.NewGuid():N}
            From: <sip:test@127.0.0.1>;tag=test
            To: <sip:sipp@127.0.0.1>
            Call-ID: {callId}
            CSeq: 99 {method}{(header is null ? "" : "\n" + header)}
            Content-Length: 0


            """.ReplaceLineEndings("\r\n");
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), new IPEndPoint(IPAddress.Loopback, _port), TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for a message that satisfies the condition, and returns the first.</summary>
    public async Task<SipMessage> SeesAsync(string what, Func<SipMessage, bool> condition, TimeSpan? within = null)
    {
        var messages = await Eventually.GetAsync(what, () => Messages, seen => seen.Any(condition), within);
        return messages.First(condition);
    }

    /// <summary>Waits until the only call has ended and every request in it was answered.</summary>
    public async Task EndsAsync(TimeSpan? within = null)
    {
        await Eventually.HoldsAsync("SIPp ends", () => _process.HasExited, within);
        Assert.True(Succeeded, $"SIPp ended with {_process.ExitCode}:\n{string.Join('\n', Messages)}\n{_process.Output}");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
