using System.Globalization;
using System.Net.Sockets;
using MimeKit;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A real SMTP server that keeps what it takes in a Maildir. Some recipients' names make it wayward: see smtp/wayward.py.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private ChildProcess? _process;

    private MailServer(TempFolder folder) => _folder = folder;

    private string Maildir => _folder.File("mail");

    public static async Task<MailServer> OpenAsync(TempFolder folder)
    {
        var server = new MailServer(folder);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, with the same mailbox.</summary>
    public async Task StartAsync()
    {
        var port = Ports.Mine.Smtp.ToString(CultureInfo.InvariantCulture);
        // Debian's Python, which has the module; another one may come first in the path.
        _process = ChildProcess.Start("/usr/bin/python3",
            ["-m", "aiosmtpd", "--nosetuid", "--listen", $"127.0.0.1:{port}", "--class", "wayward.Wayward", Maildir],
            _folder.Path,
            new Dictionary<string, string> { ["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "smtp") });
        await Eventually.HoldsAsync("the mail server listens", ListensAsync);
    }

    public async Task StopAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    public IReadOnlyList<MimeMessage> Messages()
    {
        var arrived = Path.Combine(Maildir, "new");
        return Directory.Exists(arrived) ? [.. Directory.GetFiles(arrived).Order(StringComparer.Ordinal).Select(Load)] : [];
    }

    /// <summary>Waits for a message to this address.</summary>
    public async Task<MimeMessage> ArrivesAsync(string address)
    {
        var messages = await Eventually.GetAsync($"mail to {address} arrives", () => Messages().Where(message => IsTo(message, address)).ToArray(), found => found.Length > 0);
        return messages[0];
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static bool IsTo(MimeMessage message, string address)
        => message.To.Mailboxes.Concat(message.Cc.Mailboxes).Any(to => to.Address == address)
            || message.Headers["X-RcptTo"]?.Contains(address, StringComparison.Ordinal) == true;

    private static MimeMessage Load(string file) => MimeMessage.Load(file);

    private static async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Ports.Mine.Smtp, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
