using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed partial class MessageComposerTests
{
    private const int MaxAttachment = 100_000;

    private static readonly string[] Evil =
    [
        "Ivan\r\nBcc: evil@example.com",
        "Ivan\nSubject: another\n\nbody",
        "Ivan\r\n.\r\nMAIL FROM:<evil@example.com>",
        "\u202Emoc.live@live\u202C \u2066x\u2069",
        "=?utf-8?q?=0D=0ABcc:_evil@example.com?=",
        "a\u2028b\u2029c\u0085d\ve\ff",
        "nul\0l \u001B[31m \uD800 lone",
        new string('я', 10_000),
        new string('x', 10_000),
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "--=_0195600000007000800000000000000b.2_text--",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> EvilTexts => new(Evil);

    [Fact]
    public async Task ComposeAsync_TextOfTheCompany_IsTheEmailAndHtmlIsEncoded()
    {
        var message = Samples.Message() with { Subject = "Tour\r\nBcc: evil@example.com", Text = "Ivan <b>calls</b>\n& waits" };
        using var email = await ComposeAsync(Samples.Notification(message) with { AcknowledgeLink = new Uri("https://office.example/acknowledge?token=abc") });

        Assert.Equal("Tour Bcc: evil@example.com", email.Subject);
        Assert.Empty(email.Bcc);
        Assert.StartsWith("Tour Bcc: evil@example.com\n\nIvan <b>calls</b>\n& waits\n\nTo confirm that you see to it: https://office.example/acknowledge?token=abc", email.TextBody!.ReplaceLineEndings("\n"));
        Assert.Contains("Ivan &lt;b&gt;calls&lt;/b&gt;<br>", email.HtmlBody);
        Assert.DoesNotContain("Dialled", email.TextBody);
    }

    [Fact]
    public async Task ComposeAsync_LinkToTheVoiceMessage_CarriesNoFile()
    {
        var link = new Uri("https://office.example/voice-message?token=abc");
        using var email = await ComposeAsync(Samples.Notification(Samples.VoiceMessage(), wav: [1, 2, 3]) with { RecordingLink = link });

        Assert.Empty(email.Attachments);
        Assert.Contains($"Voice message: {link}", email.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OperatorsMessage_IsWhatIsSent()
    {
        var notification = Samples.Notification();
        using var email = await ComposeAsync(notification);

        var preview = MessageComposer.Preview(notification);

        Assert.Equal(email.Subject, preview.Subject);
        Assert.Equal(email.TextBody!.ReplaceLineEndings("\n"), preview.Text);
        Assert.Contains("Thank you.", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComposeAsync_OperatorsMessage_SaysEverythingInTextAndHtml()
    {
        using var email = await ComposeAsync(Samples.Notification());

        Assert.Equal("Fox Travel: message for Anna Petrova from Ivan Petrov +79215550101", email.Subject);
        Assert.Equal("\"Virtual Office\" <office@fox.example>", email.From.ToString());
        Assert.Equal("anna@fox.example", email.To.ToString());
        Assert.Equal("0195600000007000800000000000000b.2@fox.example", email.MessageId);
        Assert.Equal("auto-generated", email.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(Samples.Message().ReceivedAt, email.Date);
        Assert.Equal(
            """
            Fox Travel: message for Anna Petrova

            Company: Fox Travel
            For: Anna Petrova
            Caller: +79215550101
            Caller's name: Ivan Petrov
            Dialled: +78124540001
            Received: Wednesday, 4 March 2026, 08:06:07 UTC+03:00
            Name: Ivan
            Purpose: a tour
            Text: Call back.
                Thank you.

            """,
            email.TextBody,
            ignoreLineEndingDifferences: true);
        Assert.Contains("<th align=\"left\" valign=\"top\">Text</th><td dir=\"auto\">Call back.<br>\nThank you.</td>", email.HtmlBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(email.Attachments);
    }

    [Fact]
    public async Task ComposeAsync_Escalation_SaysSoFirstAndNamesTheDelivery()
    {
        var late = Samples.Notification();

        using var email = await ComposeAsync(late with { Delivery = late.Delivery with { Id = late.Delivery.Id.Escalation(), Recipient = "chief@office.example" } });

        Assert.Equal("NOT DELIVERED – Fox Travel: message for Anna Petrova from Ivan Petrov +79215550101", email.Subject);
        Assert.StartsWith(
            "NOT DELIVERED – Fox Travel: message for Anna Petrova\n\nPlease see to it: This message has not reached its recipient. The work list has the reason, under delivery 0195600000007000800000000000000b.2.",
            email.TextBody!.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Contains("Text: Call back.", email.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Two rooms, please.")]
    public async Task ComposeAsync_Correction_SaysSo(string? text)
    {
        using var email = await ComposeAsync(Samples.Notification(Samples.Message() with { Corrects = MessageId.Parse("0195600000007000800000000000000c"), Text = text }));

        Assert.StartsWith("CORRECTED – Fox Travel: message for Anna Petrova", email.Subject, StringComparison.Ordinal);
        Assert.Contains("Correction: This takes the place of an earlier message of the same call.", email.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComposeAsync_WithheldCallerForNobodyInParticular_SaysSo()
    {
        var message = Samples.Message() with { Caller = CallerId.Withheld, Employee = null, EmployeeName = null };

        using var email = await ComposeAsync(Samples.Notification(message));

        Assert.Equal("Fox Travel: message from withheld", email.Subject);
        Assert.Contains("Caller: number withheld", email.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("For:", email.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Caller's name", email.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComposeAsync_VoiceMessage_IsAttachedWhole()
    {
        var wav = Enumerable.Range(0, MaxAttachment).Select(i => (byte)(i * 31)).ToArray();

        using var email = await ComposeAsync(Samples.Notification(Samples.VoiceMessage(), wav: wav));

        Assert.StartsWith("Fox Travel: voice message from", email.Subject, StringComparison.Ordinal);
        Assert.Contains("Voice message: attached", email.TextBody, StringComparison.Ordinal);
        var attachment = Assert.IsType<MimePart>(Assert.Single(email.Attachments));
        Assert.Equal("audio/wav", attachment.ContentType.MimeType);
        Assert.Equal("voice-message-20260304-080607.wav", attachment.FileName);
        using var content = new MemoryStream();
        await attachment.Content!.DecodeToAsync(content, Cancel);
        Assert.Equal(wav, content.ToArray());
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, MaxAttachment + 1)]
    public async Task ComposeAsync_VoiceMessageMissingOrTooLarge_GoesWithoutItAndSaysSo(bool missing, int bytes)
    {
        using var email = await ComposeAsync(Samples.Notification(Samples.VoiceMessage(), wav: new byte[bytes], missing: missing));

        Assert.Empty(email.Attachments);
        Assert.Contains("Voice message: it could not be attached; ask the office for it", email.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EvilTexts))]
    public async Task ComposeAsync_EvilTextEverywhere_StaysText(string evil) => await AssertStaysTextAsync(evil);

    [Fact]
    public void ComposeAsync_AnyTextEverywhere_StaysText() =>
        Gen.OneOf(Gen.Char[char.MinValue, char.MaxValue], Gen.Const('\r'), Gen.Const('\n'), Gen.Const('<'), Gen.Const(':')).Array[0, 300]
            .Select(c => new string(c))
            .Sample(text => AssertStaysTextAsync(text).GetAwaiter().GetResult(), iter: 300);

    [Fact]
    public async Task ComposeAsync_Twice_IsTheSameToTheByte()
    {
        var notification = Samples.Notification(Samples.VoiceMessage(), wav: [1, 2, 3]);
        using var first = await ComposeAsync(notification);
        using var second = await ComposeAsync(notification);

        Assert.Equal(Bytes(first), Bytes(second));
    }

    private static async Task AssertStaysTextAsync(string evil)
    {
        var message = Samples.Message(evil, new MessageField(evil.Length > 60 ? evil[..60] : evil, evil)) with
        {
            CompanyName = evil,
            EmployeeName = evil,
            Dialled = evil,
            Caller = new CallerId(evil, null, evil),
        };
        using var composed = await ComposeAsync(Samples.Notification(message));
        var bytes = Bytes(composed);
        using var email = await MimeMessage.LoadAsync(new MemoryStream(bytes));

        Assert.Equal("From,Date,Subject,Message-Id,To,Auto-Submitted,MIME-Version", string.Join(',', email.Headers.Select(h => h.Field)));
        Assert.Equal("anna@fox.example", Assert.Single(email.GetRecipients()).Address);
        Assert.Equal("office@fox.example", Assert.Single(email.From.Mailboxes).Address);
        Assert.Equal($"{Samples.Delivery}@fox.example", email.MessageId);
        Assert.Equal("text/plain,text/html", string.Join(',', email.BodyParts.Select(p => p.ContentType.MimeType)));
        Assert.InRange(email.Subject!.Length, 1, 200);
        Assert.DoesNotMatch(@"[\p{Cc}\u202A-\u202E\u2066-\u2069]", email.Subject);
        Assert.DoesNotMatch(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\r\n\t]]", email.TextBody + email.HtmlBody);

        // Every row of ours comes once: a line of the caller's is indented.
        Assert.Single(Regex.Matches(email.TextBody!, "^Received: ", RegexOptions.Multiline | RegexOptions.NonBacktracking));
        Assert.Empty(Tags().Replace(email.HtmlBody!, ""));
        Assert.All(Encoding.Latin1.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.All(bytes, b => Assert.InRange(b, (byte)0, (byte)127));
    }

    /// <summary>The tags that are ours, and all text between tags.</summary>
    [GeneratedRegex(
        """<(!DOCTYPE html|/?(html|head|body|h3|table|tr|th|td)|br|meta charset="utf-8"|table cellpadding="4"|th align="left" valign="top"|td dir="auto")>|[^<]""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();

    private static byte[] Bytes(MimeMessage email)
    {
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        email.WriteTo(format, stream);
        return stream.ToArray();
    }

    private static async Task<MimeMessage> ComposeAsync(Notification notification)
    {
        Assert.True(Mailbox.TryParse(notification.Delivery.Recipient, out var recipient));
        return await new MessageComposer("Virtual Office <office@fox.example>", MaxAttachment, NullLogger<MessageComposer>.Instance).ComposeAsync(notification, recipient, Cancel);
    }
}
