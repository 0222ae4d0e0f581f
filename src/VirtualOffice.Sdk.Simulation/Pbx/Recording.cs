using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>A recording being made, or made.</summary>
internal sealed class Recording(RecordingRequest request, Leg leg)
{
    private readonly List<(DateTimeOffset From, DateTimeOffset? To)> _pauses = [];

    public RecordingRequest Request => request;

    public Leg Leg => leg;

    public bool IsOfFallback => leg.FallbackMessage == request.Id;

    public bool IsOfParty => request.Source == RecordingSource.Party;

    /// <summary>When its first sample was taken; null during the beep.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public bool IsBeeping => StartedAt is null;

    /// <summary>When its last sample was taken; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether the PBX has it as a file that can be fetched.</summary>
    public bool IsComplete { get; set; }

    public List<ITimer> Timers { get; } = [];

    public TimeSpan Duration => EndedAt is { } end && StartedAt is { } start && end > start ? Place(end - start) : TimeSpan.Zero;

    public void Pause(DateTimeOffset now)
    {
        if (_pauses is not [.., { To: null }])
        {
            _pauses.Add((now, null));
        }
    }

    public void Resume(DateTimeOffset now)
    {
        if (_pauses is [.., { To: null } pause])
        {
            _pauses[^1] = (pause.From, now);
        }
    }

    /// <summary>When something is to be heard in it, as offsets from its beginning, in order; intervals may overlap.</summary>
    public IReadOnlyList<(TimeSpan From, TimeSpan To)> Audible()
    {
        if (StartedAt is not { } start || EndedAt is not { } end || end <= start)
        {
            return [];
        }

        var speech = leg.Speech.Within(start, end);
        if (IsOfParty)
        {
            return [.. Cut(speech)];
        }

        var heard = leg.Hearing.Spans
            .Where(span => span.Sound.Kind is SoundKind.Parties or SoundKind.Prompt or SoundKind.Music or SoundKind.Beep)
            .Select(span => (From: span.From > start ? span.From - start : TimeSpan.Zero, To: (span.To is { } to && to < end ? to : end) - start))
            .Where(span => span.To > span.From);
        return [.. Cut(speech.Concat(heard)).OrderBy(interval => interval.From)];
    }

    /// <summary>Where a moment, as an offset from the beginning, lies in the file: what was paused is not in it.</summary>
    private TimeSpan Place(TimeSpan moment)
    {
        var start = StartedAt!.Value;
        return _pauses.Aggregate(moment, (place, pause) =>
        {
            var (from, to) = (Later(pause.From, start) - start, Later(pause.To ?? EndedAt ?? pause.From, start) - start);
            return place - (Earlier(to, moment) - Earlier(from, moment));
        });

        static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

        static TimeSpan Earlier(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }

    private IEnumerable<(TimeSpan From, TimeSpan To)> Cut(IEnumerable<(TimeSpan From, TimeSpan To)> intervals) =>
        intervals.Select(i => (From: Place(i.From), To: Place(i.To))).Where(i => i.To > i.From);
}
