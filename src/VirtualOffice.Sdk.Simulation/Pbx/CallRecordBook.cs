using System.Globalization;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The PBX's own records of calls from outside. They survive a restart; a call that a power cut ended has none.</summary>
internal sealed class CallRecordBook(Switchboard pbx)
{
    private readonly List<PbxCallRecord> _records = [];
    private int _written;

    public void Write(Leg leg)
    {
        if (leg.Offer is not { Device: null } offer || !pbx.IsRunning)
        {
            return;
        }

        _records.Add(new PbxCallRecord(
            leg.Id,
            offer.Dialled,
            offer.Caller,
            leg.StartedAt,
            leg.EndedAt!.Value,
            leg.IsInFallback,
            leg.FallbackMessage,
            (++_written).ToString(CultureInfo.InvariantCulture)));
        if (_records.Count >= 2L * Math.Max(1, pbx.Options.KeptCallRecords))
        {
            // Half at once: to take out the first moves all the others.
            _records.RemoveRange(0, _records.Count - pbx.Options.KeptCallRecords);
        }
    }

    /// <summary>The records behind a bookmark; all when it is none of this book's.</summary>
    public IReadOnlyList<PbxCallRecord> Read(string? bookmark)
    {
        var behind = int.TryParse(bookmark, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= _written ? place : 0;
        var first = Math.Max(behind, _written - pbx.Options.KeptCallRecords) - (_written - _records.Count);
        return [.. _records[Math.Max(first, 0)..].Select(WithoutLostMessage)];
    }

    private PbxCallRecord WithoutLostMessage(PbxCallRecord record) =>
        record.VoiceMessage is { } message && pbx.Recorder.Find(message) is null ? record with { VoiceMessage = null } : record;
}
