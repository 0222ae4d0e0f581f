using System.Text;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed class InboundEmailTests
{
    private const string Sent = "<0195600000007000800000000000000b.2@office.example>";

    private readonly RecordingMessages _messages = new();

    [Theory]
    [InlineData("In-Reply-To: " + Sent)]
    [InlineData("References: <first@fox.example> " + Sent)]
    [InlineData("In-Reply-To: <other@fox.example>\nReferences: " + Sent + " <other@fox.example>")]
    public async Task TakeIn_Answer_Acknowledges(string header)
    {
        Assert.Equal(InboundEmailResult.Acknowledged, await TakeInAsync($"From: Anna <anna@fox.example>\n{header}\nSubject: Re: message\n\nI'll see to it."));
        Assert.Equal([("0195600000007000800000000000000b.2@office.example", (string?)"anna@fox.example")], _messages.Replies);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Return-Path: <>")]
    public async Task TakeIn_AutomaticAnswer_IsIgnored(string header)
    {
        Assert.Equal(InboundEmailResult.Ignored, await TakeInAsync($"From: anna@fox.example\n{header}\nIn-Reply-To: {Sent}\n\nI am away."));
        Assert.Empty(_messages.Replies);
    }

    [Fact]
    public async Task TakeIn_SomethingElse_IsIgnored()
    {
        Assert.Equal(InboundEmailResult.Ignored, await TakeInAsync("From: anna@fox.example\nSubject: hello\nIn-Reply-To: <x@y.example>\n\nHello."));
        Assert.Equal(InboundEmailResult.Ignored, await TakeInAsync("From: anna@fox.example\nSubject: hello\n\nHello."));
        Assert.Empty(_messages.Replies);
    }

    [Theory]
    [InlineData("message/rfc822", "5.1.1", true)]
    [InlineData("text/rfc822-headers", "4.4.7", false)]
    public async Task TakeIn_FailedDelivery_Bounces(string original, string status, bool isFinal)
    {
        Assert.Equal(InboundEmailResult.Bounced, await TakeInAsync(Report("failed", status, original)));
        var bounce = Assert.Single(_messages.Bounces);
        Assert.Equal(($"{status} smtp; 550 no such user", isFinal), (bounce.Reason, bounce.IsFinal));
    }

    [Fact]
    public async Task TakeIn_DelayedDelivery_IsIgnored()
    {
        Assert.Equal(InboundEmailResult.Ignored, await TakeInAsync(Report("delayed", "4.4.1", "message/rfc822")));
        Assert.Empty(_messages.Bounces);
    }

    [Fact]
    public async Task TakeIn_ReportOfSomethingElse_IsIgnored() =>
        Assert.Equal(InboundEmailResult.Ignored, await TakeInAsync(Report("failed", "5.1.1", "message/rfc822").Replace("0195600000007000800000000000000b", "0195600000007000800000000000000c", StringComparison.Ordinal)));

    private static string Report(string action, string status, string original) => $"""
        From: MAILER-DAEMON@mx.example
        Auto-Submitted: auto-replied
        Subject: Undelivered
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; anna@fox.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 no such user

        --b
        Content-Type: {original}

        From: office@office.example
        Message-ID: {Sent}
        Subject: message

        --b--
        """;

    private async Task<InboundEmailResult> TakeInAsync(string email)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(email.ReplaceLineEndings("\r\n")));
        return await _messages.TakeInEmailAsync(stream, TestContext.Current.CancellationToken);
    }
}
