using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Speech;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Voice;

/// <summary>What somebody hears who is rung up for a message: whose it is, what it says, and what to press.</summary>
internal sealed partial class VoicePrompts(VoiceChannelOptions options, OfficeOptions office, CompanyDirectory companies, SpeechCache? speech, ILogger<VoicePrompts> logger)
{
    private const int MaxRecordingBytes = 64 << 20;

    public async Task<IReadOnlyList<Prompt>> OfAsync(Notification notification, CancellationToken cancellationToken)
    {
        List<Prompt> prompts = [];
        if (await ReadAloudAsync(notification.Message, cancellationToken) is { } read)
        {
            prompts.Add(read);
        }
        else
        {
            prompts.AddRange(Announcement(notification.Message));
        }

        if (await RecordingAsync(notification, cancellationToken) is { } recording)
        {
            prompts.Add(recording);
        }

        prompts.Add(new RecordedPrompt(options.AcceptPrompt ?? office.AcceptPrompt));
        return prompts;
    }

    private IEnumerable<Prompt> Announcement(Message message)
    {
        if (companies.Find(message.Company)?.SpokenName is { } company)
        {
            yield return company;
        }

        foreach (var prompt in options.AnnouncementPrompts)
        {
            yield return new RecordedPrompt(prompt);
        }

        if (message.Caller.Number is { } caller)
        {
            yield return new SpokenDigits(caller.Digits);
        }
    }

    private async Task<AudioPrompt?> ReadAloudAsync(Message message, CancellationToken cancellationToken)
    {
        if (speech is null)
        {
            return null;
        }

        try
        {
            return await speech.SpeakAsync(SpokenMessage.Of(message), options.Language, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogNotRead(logger, message.Id, e);
            return null;
        }
    }

    private async Task<AudioPrompt?> RecordingAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (notification.OpenRecordingAsync is not { } open || await open(cancellationToken) is not { } stream)
        {
            return null;
        }

        await using (stream)
        {
            try
            {
                using var copy = new MemoryStream();
                var buffer = new byte[81920];
                for (int read; copy.Length < MaxRecordingBytes && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    copy.Write(buffer, 0, read);
                }

                var (wav, duration) = TelephoneWav.From(copy.GetBuffer().AsMemory(0, (int)copy.Length), options.LongestMessage);
                return new AudioPrompt("voice message", wav, duration);
            }
            catch (InvalidDataException e)
            {
                LogNotPlayed(logger, notification.Message.Id, e);
                return null;
            }
        }
    }

    [LoggerMessage(1320, LogLevel.Error, "Message {Message} could not be read aloud; the prompts and the caller's number are played instead")]
    private static partial void LogNotRead(ILogger logger, MessageId message, Exception exception);

    [LoggerMessage(1321, LogLevel.Error, "The voice message of {Message} cannot be played")]
    private static partial void LogNotPlayed(ILogger logger, MessageId message, Exception exception);
}
