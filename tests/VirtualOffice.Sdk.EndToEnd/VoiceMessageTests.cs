using System.Globalization;
using MimeKit;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Nobody takes the call: the caller's voice reaches the company by e-mail.</summary>
public sealed class VoiceMessageTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task NobodyAvailable_CallerSpeaks_MusicPromptMessageMail()
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:WaitLimit", "00:00:02"));
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await caller.HasHeardSomethingElseAsync();
        caller.Audio.FallSilent();

        await LeavesMessageAsync(office, caller, call.Id, Server.Recordings);

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("MessageTaken", call.Outcome);
        var queue = Assert.Single(call.Segments, segment => segment.Kind == "Queue");
        Assert.InRange(queue.To!.Value - queue.From, TimeSpan.FromSeconds(1.9), TimeSpan.FromMinutes(1));
        var message = Assert.Single(call.Messages);
        Assert.Equal("Voice", message.Kind);
        var mail = await office.Mail.ArrivesAsync(Office.Mailbox);
        await office.Api.SeesAsync(call.Id, "has its message delivered", seen => seen.Messages[0].Delivery is [{ State: "Delivered", Recipient: Office.Mailbox }]);
        var text = $"{mail.Subject}\n{mail.TextBody}\n{mail.HtmlBody}";
        Assert.Contains(caller.Number, text, StringComparison.Ordinal);
        Assert.Contains("Fox Travel", text, StringComparison.Ordinal);
        Assert.Matches(TimeIn(call.ReceivedAt, "Europe/Moscow"), text);
        var spoken = Attachment(mail);
        Assert.InRange(spoken.SecondsOf(Speaker.Voice), 1, spoken.Seconds);
        Assert.Equal(await office.Api.AudioAsync(message.Recording!.Href!), AttachmentBytes(mail));
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task Closed_CallerCalls_LeavesMessageAtOnce()
    {
        // Open on one day only, and that day is never near: three days from now.
        var day = DateTimeOffset.UtcNow.AddDays(3).ToString("ddd", CultureInfo.InvariantCulture).ToLowerInvariant();
        var office = await OpenAsync(new OfficeSettings { Company = $"hours: {{ {day}: \"10:00-11:00\" }}" });
        await office.OlgaAnswersAsync();
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        caller.Audio.FallSilent();
        var call = await office.Api.ReceivesAsync(caller.Number);

        await LeavesMessageAsync(office, caller, call.Id, Server.Recordings);

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("MessageTaken", call.Outcome);
        Assert.Empty(call.Offers);
        await office.Mail.ArrivesAsync(Office.Mailbox);
    }

    [Fact]
    public async Task NobodyAvailable_CallerHangsUpAtThePrompt_CallIsAbandoned()
    {
        var office = await OpenAsync(new OfficeSettings().With("--Office:WaitLimit", "00:00:01"));
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        caller.Audio.FallSilent();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.IsInAsync(call.Id, "Message");
        await caller.HasHeardSomethingElseAsync();

        await caller.HangUpAsync();

        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(("Abandoned", "Message"), (call.Outcome, call.OutcomeStage));
        Assert.Empty(call.Messages);
        Assert.Empty(office.Mail.Messages());
        await office.Pbx.IsEmptyAsync();
    }

    /// <summary>Waits until the PBX records, after the prompt and its beep; speaks for two seconds, hangs up.</summary>
    internal static async Task LeavesMessageAsync(Office office, SippCaller caller, string call, string recordings)
    {
        await office.Api.IsInAsync(call, "Message");
        await Eventually.HoldsAsync("the message is recorded", () => Directory.EnumerateFiles(recordings, $"*{call}-m*").Any());
        Assert.True(caller.HasHeardSomethingElse, "The caller hears the prompt");
        caller.Audio.SpeakUp();
        var spoken = caller.Audio.Spoken;
        await Eventually.HoldsAsync("the caller has spoken for two seconds", () => caller.Audio.Spoken - spoken >= TimeSpan.FromSeconds(2));
        await caller.HangUpAsync();
    }

    /// <summary>The time as a clock there shows it, or in UTC.</summary>
    private static string TimeIn(DateTimeOffset at, string zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{there:HH:mm}|{at.UtcDateTime:HH:mm}";
    }

    private static WavFile Attachment(MimeMessage mail) => WavFile.Parse(AttachmentBytes(mail));

    private static byte[] AttachmentBytes(MimeMessage mail)
    {
        var part = Assert.IsType<MimePart>(Assert.Single(mail.Attachments), exactMatch: false);
        Assert.StartsWith("audio/", part.ContentType.MimeType, StringComparison.Ordinal);
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }
}
