using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Asterisk's records of calls: those of its file, then voice messages of the fallback that the reading did not come upon. Such a message is yielded every time
/// until it is deleted, for without the file it is all that is known of its call, and a power cut leaves a message without a record.
/// </summary>
internal sealed partial class CallRecordReader(string pbx, CallRecordFile? file, AriClient ari, ILogger logger)
{
    public async IAsyncEnumerable<PbxCallRecord> ReadAsync(string? bookmark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listed first: what has ended by now is in the file by the time it is read.
        var stored = await ListAsync(cancellationToken).ConfigureAwait(false);
        if (file is not null)
        {
            await foreach (var (call, place) in file.ReadAsync(bookmark, cancellationToken).ConfigureAwait(false))
            {
                bookmark = place;
                yield return await DescribeAsync(call, place, stored, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var message in stored.Values)
        {
            if (await DescribeAsync(message, bookmark ?? "", cancellationToken).ConfigureAwait(false) is { } record)
            {
                yield return record;
            }
        }
    }

    private async Task<SortedDictionary<string, FallbackMessage>> ListAsync(CancellationToken cancellationToken)
    {
        var messages = new SortedDictionary<string, FallbackMessage>(StringComparer.Ordinal);
        foreach (var recording in await ari.GetStoredRecordingsAsync(cancellationToken).ConfigureAwait(false) ?? [])
        {
            if (!FallbackMessage.TryParse(recording.Name, out var message))
            {
                continue;
            }

            if (message.Id is null)
            {
                LogUnnameable(logger, pbx, message.Name);
            }
            else
            {
                messages.Add(message.Name, message);
            }
        }

        return messages;
    }

    private async Task<PbxCallRecord> DescribeAsync(CallRecordLine call, string bookmark, SortedDictionary<string, FallbackMessage> stored, CancellationToken cancellationToken)
    {
        var note = call.Note!.Value;
        FallbackMessage? message = null;
        if (note.Message is not null && !stored.Remove(note.Message, out message)
            && FallbackMessage.TryParse(note.Message, out var late) && late.Id is { } id && await ari.IsStoredAsync(id, cancellationToken).ConfigureAwait(false))
        {
            message = late;
        }

        return new PbxCallRecord(
            new LegId(pbx, call.Channel), note.Dialled, call.Caller, call.StartedAt, call.EndedAt, TakenByFallback: note.Message is not null && call.IsAnswered, message?.Id, bookmark);
    }

    /// <summary>A message without a record; null while its caller is still on the line, and when somebody has deleted it.</summary>
    private async Task<PbxCallRecord?> DescribeAsync(FallbackMessage message, string bookmark, CancellationToken cancellationToken)
    {
        if (await ari.HasChannelAsync(message.Channel, cancellationToken).ConfigureAwait(false)
            || await ari.OpenRecordingAsync(message.Id!.Value, cancellationToken).ConfigureAwait(false) is not { } audio)
        {
            return null;
        }

        await using (audio.ConfigureAwait(false))
        {
            var length = await RecordedFile.MeasureAsync(audio, cancellationToken).ConfigureAwait(false);
            return new PbxCallRecord(
                new LegId(pbx, message.Channel),
                message.Dialled,
                CallerText.Clean(message.Caller, null),
                message.StartedAt,
                message.StartedAt + length,
                TakenByFallback: true,
                message.Id,
                bookmark);
        }
    }

    [LoggerMessage(2033, LogLevel.Error, "The voice message {Name} of Asterisk {Pbx} cannot be fetched, for its name is too long; give asterisk.conf a shorter systemname")]
    private static partial void LogUnnameable(ILogger logger, string pbx, string name);
}
