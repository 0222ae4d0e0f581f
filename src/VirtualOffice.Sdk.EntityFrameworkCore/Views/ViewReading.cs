using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>What the rows of the views say.</summary>
internal static class ViewReading
{
    public static CallSummary Summary(CallRow row) => new(
        CallId.Parse(row.Id),
        row.Version,
        Company(row.Company),
        LegId.Parse(row.CallerLeg!),
        row.Dialled!,
        new CallerId(row.CallerText!, row.CallerNumber is { } number ? PhoneNumber.Parse(number) : null, row.CallerName),
        Time(row.ReceivedAt),
        Time(row.AnsweredAt),
        Time(row.EndedAt),
        row.Outcome is { } outcome ? Enum.Parse<CallOutcomeKind>(outcome) : null,
        Operator(row.Operator),
        row.IsClosed);

    public static SegmentEntry Segment(SegmentRow row) => new(
        CallId.Parse(row.CallId),
        row.Number,
        Company(row.Company),
        new CallSegment(
            Enum.Parse<CallSegmentKind>(row.Kind), Time(row.From), Time(row.To), Operator(row.Operator), row.Employee is { } employee ? EmployeeId.Parse(employee) : null));

    public static RecordingEntry Recording(RecordingRow row) => new(
        CallId.Parse(row.CallId),
        Company(row.Company),
        PauseNotes.Apply(
            new CallRecording(
                RecordingId.Parse(row.RecordingId),
                row.IsVoiceMessage,
                Time(row.StartedAt),
                Enum.Parse<RecordingState>(row.State),
                row is { Bytes: { } bytes, Sha256: { } hash, Duration: { } duration } ? new StoredRecording(bytes, hash, TimeSpan.FromTicks(duration)) : null,
                row.Reason),
            row.Pauses));

    public static CallbackTask Callback(CallbackRow row) => new(
        CallId.Parse(row.CallId),
        CompanyId.Parse(row.Company),
        PhoneNumber.Parse(row.Number),
        row.Name,
        Time(row.CalledAt),
        Enum.Parse<CallOutcomeKind>(row.Outcome),
        Enum.Parse<CallStage>(row.Stage),
        row.Waited is { } waited ? TimeSpan.FromTicks(waited) : null,
        Time(row.EndedAt) is { } endedAt ? new CallbackEnd(endedAt, row.EndedBy, row.Note, row.CalledAgain is { } again ? CallId.Parse(again) : null) : null)
    {
        Attempts = row.Attempts,
        LastAttemptAt = Time(row.LastAttemptAt),
    };

    private static CompanyId? Company(string? text) => text is null ? null : CompanyId.Parse(text);

    private static OperatorId? Operator(string? text) => text is null ? null : OperatorId.Parse(text);

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset? Time(long? ticks) => ticks is { } known ? Time(known) : null;
}
