using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The recordings being made, by name and by the channel that is the recorder's ear.</summary>
internal sealed class RecordingTable
{
    private const string SnoopPrefix = "snoop-";

    private readonly ConcurrentDictionary<string, AsteriskRecording> _recordings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AsteriskRecording> _idleEars = new(StringComparer.Ordinal);

    public IEnumerable<AsteriskRecording> All => _recordings.Values;

    /// <summary>The channel that listens for a recording.</summary>
    public static string SnoopOf(RecordingId recording) => SnoopPrefix + recording;

    public bool TryAdd(AsteriskRecording recording) => _recordings.TryAdd(recording.Id.Value, recording);

    /// <summary>Adds a recording that is asked for; also in place of one that was only found at the PBX.</summary>
    public bool TryStart(AsteriskRecording recording) => TryAdd(recording)
        || (Find(recording.Id.Value) is { IsAdopted: true } found && _recordings.TryUpdate(recording.Id.Value, recording, found));

    public AsteriskRecording? Find(string name) => _recordings.GetValueOrDefault(name);

    public AsteriskRecording? FindBySnoop(ReadOnlySpan<char> channel) =>
        channel.StartsWith(SnoopPrefix, StringComparison.Ordinal) ? Find(channel[SnoopPrefix.Length..].ToString()) : null;

    /// <summary>A recording is over whose ear may still be there.</summary>
    public void LeaveEar(AsteriskRecording recording) => _idleEars[SnoopOf(recording.Id)] = recording;

    /// <summary>An ear that was left is gone, or about to be; false when it was not there any more.</summary>
    public bool TryTakeEar(ReadOnlySpan<char> channel) => _idleEars.GetAlternateLookup<ReadOnlySpan<char>>().TryRemove(channel, out _);

    public IReadOnlyList<AsteriskRecording> Of(AsteriskLeg leg) => [.. _recordings.Values.Where(r => r.Leg == leg.Id)];

    /// <summary>Takes a recording out; true for one caller only, who reports its end.</summary>
    public bool TryEnd(string name, [NotNullWhen(true)] out AsteriskRecording? recording) => _recordings.TryRemove(name, out recording);
}
