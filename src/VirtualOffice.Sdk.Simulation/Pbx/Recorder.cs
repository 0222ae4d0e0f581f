using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Makes and keeps recordings. They survive a restart of the PBX, as files do.</summary>
internal sealed class Recorder(Switchboard pbx)
{
    private static readonly TimeSpan FallbackSilence = TimeSpan.FromSeconds(10);

    private readonly Dictionary<RecordingId, Recording> _recordings = [];

    /// <summary>The recordings the PBX has or makes, ordered by id.</summary>
    public IEnumerable<Recording> All => _recordings.Values.OrderBy(recording => recording.Request.Id);

    public CommandResult Start(RecordingRequest request)
    {
        if (_recordings.ContainsKey(request.Id))
        {
            return CommandResult.Done;
        }

        if (pbx.Find(request.Leg) is not { } leg)
        {
            return CommandResult.Gone;
        }

        if (request.Source == RecordingSource.Party && (leg.Bridge is not null || !leg.IsUp))
        {
            throw new TelephonyException(TelephonyError.Refused, $"Leg {leg.Id} is in a bridge or not answered; what its party says cannot be recorded now.");
        }

        if (pbx.Faults.DecideRecording() is { } reason)
        {
            pbx.Events.Send(new RecordingFailed(leg.Id, request.Id, reason));
            return CommandResult.Done;
        }

        var recording = new Recording(request, leg);
        _recordings.Add(request.Id, recording);
        leg.Recordings.Add(recording);
        StopOtherSounds(recording);
        if (request.Beep)
        {
            recording.Timers.Add(pbx.Timers.After(pbx.Options.BeepDuration, () => Begin(recording)));
            pbx.Refresh(leg);
        }
        else
        {
            Begin(recording);
        }

        return CommandResult.Done;
    }

    /// <summary>Records a voice message on behalf of the PBX's own fallback, which hangs up after it. No host is told of it.</summary>
    public void RecordFallback(Leg leg)
    {
        leg.FallbackMessage = RecordingId.Parse("fallback-" + leg.Id.Value);
        var recording = new Recording(
            new RecordingRequest
            {
                Id = leg.FallbackMessage.Value,
                Leg = leg.Id,
                Source = RecordingSource.Party,
                MaxDuration = pbx.Options.FallbackMessageLimit,
                MaxSilence = FallbackSilence,
            },
            leg);
        _recordings.Add(recording.Request.Id, recording);
        leg.Recordings.Add(recording);
        Begin(recording);
    }

    public RecordingSnapshot? Find(RecordingId id) => _recordings.TryGetValue(id, out var recording) ? new RecordingSnapshot(id, !recording.IsComplete) : null;

    public CommandResult Stop(RecordingId id)
    {
        if (!_recordings.TryGetValue(id, out var recording) || recording.EndedAt is not null)
        {
            return CommandResult.Gone;
        }

        Finish(recording);
        return CommandResult.Done;
    }

    public CommandResult Pause(RecordingId id)
    {
        if (!_recordings.TryGetValue(id, out var recording) || recording.EndedAt is not null)
        {
            return CommandResult.Gone;
        }

        recording.Pause(pbx.Now);
        return CommandResult.Done;
    }

    public CommandResult Resume(RecordingId id)
    {
        if (!_recordings.TryGetValue(id, out var recording) || recording.EndedAt is not null)
        {
            return CommandResult.Gone;
        }

        recording.Resume(pbx.Now);
        return CommandResult.Done;
    }

    public Stream? Fetch(RecordingId id) => _recordings.TryGetValue(id, out var recording) && recording.IsComplete
        ? new ToneWavStream(recording.Duration, recording.Audible())
        : null;

    public CommandResult Delete(RecordingId id)
    {
        if (!_recordings.TryGetValue(id, out var recording) || !recording.IsComplete)
        {
            return CommandResult.Gone;
        }

        _recordings.Remove(id);
        return CommandResult.Done;
    }

    /// <summary>Finishes what is being recorded of a leg that ends.</summary>
    public void EndOf(Leg leg)
    {
        foreach (var recording in leg.Recordings.ToList())
        {
            Finish(recording);
        }
    }

    /// <summary>The party began to speak, or will speak for longer: silence is measured anew.</summary>
    public void Heard(Leg leg)
    {
        foreach (var recording in leg.Recordings)
        {
            LimitSilence(recording);
        }
    }

    private static void StopOtherSounds(Recording recording)
    {
        if (recording.IsOfParty)
        {
            (recording.Leg.HasMusic, recording.Leg.HasRinging) = (false, false);
        }
    }

    private void Begin(Recording recording)
    {
        recording.StartedAt = pbx.Now;
        if (recording.Request is { Source: RecordingSource.Party, MaxDuration: { } limit })
        {
            recording.Timers.Add(pbx.Timers.After(limit, () => Finish(recording)));
        }

        LimitSilence(recording);
        pbx.Refresh(recording.Leg);
    }

    private void LimitSilence(Recording recording)
    {
        if (recording is { Request: { Source: RecordingSource.Party, MaxSilence: { } limit }, StartedAt: { } start, EndedAt: null })
        {
            recording.Timers.Add(pbx.Timers.After(SilenceEnds() - pbx.Now, () =>
            {
                if (recording.EndedAt is null && pbx.Now >= SilenceEnds())
                {
                    Finish(recording);
                }
            }));

            DateTimeOffset SilenceEnds() => (recording.Leg.Speech.LastEnd is { } end && end > start ? end : start) + limit;
        }
    }

    private void Finish(Recording recording)
    {
        if (recording.EndedAt is not null)
        {
            return;
        }

        recording.Resume(pbx.Now);
        recording.EndedAt = pbx.Now;
        recording.Timers.ForEach(pbx.Timers.Cancel);
        recording.Leg.Recordings.Remove(recording);
        pbx.Refresh(recording.Leg);
        if (recording.IsOfFallback)
        {
            recording.IsComplete = true;
            pbx.End(recording.Leg, LegEndCause.Normal);
        }
        else if (pbx.Options.MaxRecordingLatency > TimeSpan.Zero)
        {
            pbx.Timers.After(pbx.Options.MaxRecordingLatency * pbx.Random.NextDouble(), () => Complete(recording));
        }
        else
        {
            Complete(recording);
        }
    }

    private void Complete(Recording recording)
    {
        recording.IsComplete = true;
        var speech = recording.Request.MaxSilence is null || !recording.IsOfParty
            ? (TimeSpan?)null
            : recording.Audible().Aggregate(TimeSpan.Zero, (sum, interval) => sum + (interval.To - interval.From));
        pbx.Events.Send(new RecordingFinished(recording.Leg.Id, recording.Request.Id, recording.Duration, speech));
    }
}
