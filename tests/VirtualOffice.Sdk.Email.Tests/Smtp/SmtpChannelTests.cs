using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed class SmtpChannelTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeliverAsync_FriendlyServer_IsDeliveredWithTheServersAnswer()
    {
        await using var server = new ScriptedSmtpServer();

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryAttempt.Delivered("2.0.0 queued as 42"), attempt);
        Assert.Collection(
            server.Commands.Where(c => c.Contains(':', StringComparison.Ordinal)),
            c => Assert.StartsWith("MAIL FROM:<office@fox.example>", c, StringComparison.Ordinal),
            c => Assert.Equal("RCPT TO:<anna@fox.example>", c));
        using var email = MimeMessage.Load(new MemoryStream(Assert.Single(server.Emails)), Cancel);
        Assert.Equal($"{Samples.Delivery}@fox.example", email.MessageId);
        Assert.Contains("Purpose: a tour", email.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_Repeated_SendsTheSameEmailToTheByte()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = Channel(server);

        await channel.DeliverAsync(Samples.Notification(), Cancel);
        await channel.DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(2, server.Emails.Count);
        Assert.Equal(server.Emails.First(), server.Emails.Last());
    }

    [Theory]
    [InlineData("connect", "421 4.3.2 closing", "421 4.3.2 closing")]
    [InlineData("connect", "554 5.3.2 no service here", "554 5.3.2 no service here")]
    [InlineData("EHLO", "502 what?", "")]
    [InlineData("MAIL", "451 4.3.0 later", "451 4.3.0 later")]
    [InlineData("MAIL", "550 5.7.1 sender not allowed", "check From")]
    [InlineData("MAIL", "530 5.7.0 Authentication required", "set User and Password")]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", "450 4.2.1 mailbox busy")]
    [InlineData("RCPT", "530 5.7.0 Authentication required", "set User and Password")]
    [InlineData("DATA", "451 4.3.0 try again", "451 4.3.0 try again")]
    [InlineData(".", "452 4.3.1 disk full", "452 4.3.1 disk full")]
    public async Task DeliverAsync_RefusedForNow_IsRetriedWithTheReason(string command, string answer, string reason)
    {
        await using var server = new ScriptedSmtpServer((command, answer), ("HELO", answer));

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains(reason, attempt.Detail, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Port}", attempt.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user")]
    [InlineData("RCPT", "553 5.1.3 bad address")]
    [InlineData(".", "554 5.7.1 looks like spam")]
    [InlineData(".", "552 5.3.4 too big")]
    public async Task DeliverAsync_RecipientOrMessageRefusedForGood_Fails(string command, string answer)
    {
        await using var server = new ScriptedSmtpServer((command, answer));

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.Failed, attempt.Outcome);
        Assert.Contains(answer, attempt.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_RecipientRefusedAndThenCut_FailsAllTheSame()
    {
        await using var server = new ScriptedSmtpServer(("RCPT", "550 5.1.1 no such user"), ("RSET", ScriptedSmtpServer.Cut));

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.Failed, attempt.Outcome);
        Assert.Contains("550 5.1.1 no such user", attempt.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task DeliverAsync_ConnectionCutBeforeTheAnswer_IsRetried(string command)
    {
        await using var server = new ScriptedSmtpServer((command, ScriptedSmtpServer.Cut));

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("MAIL")]
    [InlineData(".")]
    public async Task DeliverAsync_SilentServer_IsRetriedWhenTheTimeIsOver(string command)
    {
        await using var server = new ScriptedSmtpServer((command, ScriptedSmtpServer.Hang));
        var delivering = Channel(server, o => o.Timeout = TimeSpan.FromSeconds(30)).DeliverAsync(Samples.Notification(), Cancel);
        await server.Hanging.Task.WaitAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(delivering.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        var attempt = await delivering;
        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains("no answer within 00:00:30", attempt.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScriptedSmtpServer.Cut)]
    [InlineData("500 what?")]
    public async Task DeliverAsync_AcceptedAndThenAnError_IsDelivered(string answer)
    {
        await using var server = new ScriptedSmtpServer(("QUIT", answer));

        Assert.Equal(DeliveryOutcome.Delivered, (await Channel(server).DeliverAsync(Samples.Notification(), Cancel)).Outcome);
    }

    [Fact]
    public async Task DeliverAsync_AcceptedAndThenSilence_IsDeliveredAfterAShortWait()
    {
        await using var server = new ScriptedSmtpServer(("QUIT", ScriptedSmtpServer.Hang));
        var delivering = Channel(server).DeliverAsync(Samples.Notification(), Cancel);
        await server.Hanging.Task.WaitAsync(Cancel);

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(DeliveryOutcome.Delivered, (await delivering).Outcome);
    }

    [Fact]
    public async Task DeliverAsync_Stopped_ThrowsInsteadOfCountingAnAttempt()
    {
        await using var server = new ScriptedSmtpServer(("RCPT", ScriptedSmtpServer.Hang));
        using var stop = new CancellationTokenSource();
        var delivering = Channel(server).DeliverAsync(Samples.Notification(), stop.Token);
        await server.Hanging.Task.WaitAsync(Cancel);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering);
    }

    [Fact]
    public async Task DeliverAsync_NobodyListens_IsRetried()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var attempt = await Channel(port, _ => { }).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains($"127.0.0.1:{port}", attempt.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_LogInAsked_LogsInFirst()
    {
        await using var server = new ScriptedSmtpServer();

        var attempt = await Channel(server, Credentials).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.Delivered, attempt.Outcome);
        var commands = server.Commands.Select(c => c.Split(' ', ':')[0]).ToList();
        Assert.Equal(["EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"], commands);
    }

    [Theory]
    [InlineData("AUTH", "535 5.7.8 wrong")]
    [InlineData("EHLO", "250 office.example")]
    public async Task DeliverAsync_LogInRefusedOrNotOffered_IsRetriedWithoutThePassword(string command, string answer)
    {
        await using var server = new ScriptedSmtpServer((command, answer));

        var attempt = await Channel(server, Credentials).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains("User", attempt.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", attempt.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "smtp.example", true)]
    [InlineData(false, "localhost", true)]
    [InlineData(false, "127.0.0.1", true)]
    [InlineData(false, "::1", true)]
    [InlineData(false, "smtp.example", false)]
    [InlineData(false, "0.0.0.0", false)]
    [InlineData(false, "10.0.0.1", false)]
    [InlineData(false, "localhost.smtp.example", false)]
    [InlineData(false, "127.0.0.1.smtp.example", false)]
    public void MayCarryPassword_WithoutTls_OnlyToThisMachine(bool isSecure, string host, bool expected) =>
        Assert.Equal(expected, SmtpChannel.MayCarryPassword(isSecure, host));

    [Theory]
    [InlineData(EmailTls.StartTls)]
    [InlineData(EmailTls.Implicit)]
    public async Task DeliverAsync_TlsAskedFromAServerWithoutIt_IsRetriedAndNothingIsSent(EmailTls tls)
    {
        // A server that waits for a client's first word sees the beginning of a TLS handshake in it, and leaves.
        await using var server = new ScriptedSmtpServer();

        var attempt = await Channel(server, o => o.UseTls = tls).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains("UseTls", attempt.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Emails);
    }

    [Fact]
    public async Task DeliverAsync_HandshakeFails_IsRetriedWithAdvice()
    {
        await using var server = new ScriptedSmtpServer(("EHLO", "250-office.example\r\n250 STARTTLS"), ("STARTTLS", "220 go on\r\nthis is no handshake"));

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
        Assert.Contains("UseTls", attempt.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Emails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("anna@fox.example\r\nRCPT TO:<evil@example.com>")]
    [InlineData("anna@fox.example, evil@example.com")]
    public async Task DeliverAsync_RecipientThatIsNoAddress_FailsWithoutAConnection(string recipient)
    {
        await using var server = new ScriptedSmtpServer();

        var attempt = await Channel(server).DeliverAsync(Samples.Notification(recipient: recipient), Cancel);

        Assert.Equal(DeliveryOutcome.Failed, attempt.Outcome);
        Assert.Empty(server.Commands);
    }

    private static void Credentials(EmailOptions options) => (options.User, options.Password) = ("office", "s3cret");

    private SmtpChannel Channel(ScriptedSmtpServer server, Action<EmailOptions>? configure = null) => Channel(server.Port, configure ?? (_ => { }));

    private SmtpChannel Channel(int port, Action<EmailOptions> configure)
    {
        var options = new EmailOptions { Host = "127.0.0.1", Port = port, From = "Virtual Office <office@fox.example>" };
        configure(options);
        var composer = new MessageComposer(options.From, options.MaxAttachmentBytes, NullLogger<MessageComposer>.Instance);
        return new SmtpChannel(options, composer, _clock, NullLogger<SmtpChannel>.Instance);
    }
}
