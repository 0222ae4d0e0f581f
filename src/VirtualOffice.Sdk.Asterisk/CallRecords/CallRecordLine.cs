using System.Globalization;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>A line of cdr_csv's file, as far as it is needed.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Caller">Who called.</param>
/// <param name="StartedAt">When the channel came, UTC.</param>
/// <param name="EndedAt">When it ended, UTC.</param>
/// <param name="IsAnswered">Whether anybody, the fallback included, answered it.</param>
/// <param name="Note">What the dialplan noted; null for a call that is none from outside.</param>
internal sealed record CallRecordLine(string Channel, CallerId Caller, DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool IsAnswered, CallNote? Note)
{
    // accountcode, src, dst, dcontext, clid, channel, dstchannel, lastapp, lastdata, start, answer, end, duration, billsec, disposition, amaflags, uniqueid, userfield
    private const int Source = 1;
    private const int CallerShown = 4;
    private const int Start = 9;
    private const int End = 11;
    private const int Disposition = 14;
    private const int UniqueId = 16;
    private const int UserField = 17;

    /// <summary>Reads a line; null when it is malformed, which it also is without the channel's id and the user field.</summary>
    public static CallRecordLine? Parse(string line)
    {
        if (CsvLine.Split(line) is not { Count: > UserField } fields || fields[UniqueId].Length == 0 || ReadTime(fields[Start]) is not { } start || ReadTime(fields[End]) is not { } end)
        {
            return null;
        }

        return new CallRecordLine(
            fields[UniqueId],
            CallerText.Clean(fields[Source], NameOf(fields[CallerShown])),
            start,
            end < start ? start : end,
            fields[Disposition] == "ANSWERED",
            CallNote.Parse(fields[UserField]));
    }

    /// <summary>The same call's next line: Asterisk may write one for every bridge that the channel was in.</summary>
    public CallRecordLine Merge(CallRecordLine next) => this with
    {
        StartedAt = next.StartedAt < StartedAt ? next.StartedAt : StartedAt,
        EndedAt = next.EndedAt > EndedAt ? next.EndedAt : EndedAt,
        IsAnswered = IsAnswered || next.IsAnswered,
        Note = next.Note?.Message is null ? Note : next.Note,
    };

    private static DateTimeOffset? ReadTime(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The name in <c>"name" &lt;number&gt;</c>; null when there is none.</summary>
    private static string? NameOf(string shown)
    {
        var end = shown.LastIndexOf("\" <", StringComparison.Ordinal);
        return shown.StartsWith('"') && end > 0 ? shown[1..end] : null;
    }
}
