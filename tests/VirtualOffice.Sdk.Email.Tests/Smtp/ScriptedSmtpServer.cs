using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VirtualOffice.Sdk.Email.Tests;

/// <summary>An SMTP server on this machine that answers as a script says, and keeps what it was sent.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>The answer that is none: the connection stays open and silent.</summary>
    public const string Hang = "hang";

    /// <summary>The answer that is none: the connection is cut.</summary>
    public const string Cut = "cut";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, string> _script;
    private readonly Task _running;

    /// <param name="script">The answers that differ from a friendly server's, by command: <c>connect</c>, <c>EHLO</c>, <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>.</c> and so on.</param>
    public ScriptedSmtpServer(params (string Command, string Answer)[] script)
    {
        _script = script.ToDictionary(s => s.Command, s => s.Answer, StringComparer.Ordinal);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = RunAsync();
    }

    public int Port { get; }

    /// <summary>Every command, as it came.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Every e-mail, whole, with its dots unstuffed.</summary>
    public ConcurrentQueue<byte[]> Emails { get; } = new();

    /// <summary>Completes when the script has brought the connection to silence.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            if (!await AnswerAsync(client, stream, "connect", "220 office.example ready"))
            {
                return;
            }

            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                Commands.Enqueue(line);
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                if (!await AnswerAsync(client, stream, command, Friendly(command)))
                {
                    return;
                }

                if (command == "DATA" && !_script.ContainsKey("DATA"))
                {
                    Emails.Enqueue(await ReadEmailAsync(reader));
                    if (!await AnswerAsync(client, stream, ".", "250 2.0.0 queued as 42"))
                    {
                        return;
                    }
                }
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private static string Friendly(string command) => command switch
    {
        "EHLO" => "250-office.example\r\n250 AUTH PLAIN",
        "DATA" => "354 go ahead",
        "QUIT" => "221 bye",
        "AUTH" => "235 welcome",
        _ => "250 ok",
    };

    private async Task<bool> AnswerAsync(TcpClient client, NetworkStream stream, string command, string friendly)
    {
        var answer = _script.GetValueOrDefault(command, friendly);
        switch (answer)
        {
            case Cut:
                client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
                client.Close();
                return false;
            case Hang:
                Hanging.TrySetResult();
                await new StreamReader(stream).ReadToEndAsync(_stop.Token);
                return false;
            default:
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), _stop.Token);
                return true;
        }
    }

    private async Task<byte[]> ReadEmailAsync(StreamReader reader)
    {
        var email = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            email.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(email.ToString());
    }
}
