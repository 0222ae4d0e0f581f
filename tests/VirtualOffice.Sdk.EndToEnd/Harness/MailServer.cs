using System.Globalization;
using System.Net.Sockets;
using MimeKit;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>A real SMTP server that keeps what it takes in a Maildir.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _maildir;

    private MailServer(ChildProcess process, string maildir)
    {
        _process = process;
        _maildir = maildir;
    }

    public static async Task<MailServer> StartAsync(TempFolder folder)
    {
        var maildir = folder.File("mail");
        var port = Ports.Mine.Smtp.ToString(CultureInfo.InvariantCulture);
        // Debian's Python, which has the module; another one may come first in the path.
        var process = ChildProcess.Start("/usr/bin/python3",
            ["-m", "aiosmtpd", "--nosetuid", "--listen", $"127.0.0.1:{port}", "--class", "aiosmtpd.handlers.Mailbox", maildir], folder.Path);
        var server = new MailServer(process, maildir);
        await Eventually.HoldsAsync("the mail server listens", ListensAsync);
        return server;
    }

    public IReadOnlyList<MimeMessage> Messages()
    {
        var arrived = Path.Combine(_maildir, "new");
        return Directory.Exists(arrived) ? [.. Directory.GetFiles(arrived).Order(StringComparer.Ordinal).Select(Load)] : [];
    }

    /// <summary>Waits for a message to this address.</summary>
    public async Task<MimeMessage> ArrivesAsync(string address)
    {
        var messages = await Eventually.GetAsync($"mail to {address} arrives", () => Messages().Where(message => IsTo(message, address)).ToArray(), found => found.Length > 0);
        return messages[0];
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

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
