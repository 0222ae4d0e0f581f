using System.Globalization;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The PBX's own records of calls from outside. They survive a restart; a call that a power cut ended has none.</summary>
internal sealed class CallRecordBook(Switchboard pbx)
{
    private readonly Queue<PbxCallRecord> _records = [];
    private int _written;

    public void Write(Leg leg)
    {
        if (leg.Offer is not { Device: null } offer || !pbx.IsRunning)
        {
            return;
        }

        _records.Enqueue(new PbxCallRecord(
            leg.Id,
            offer.Dialled,
            offer.Caller,
            leg.StartedAt,
            leg.EndedAt!.Value,
            leg.IsInFallback,
            leg.FallbackMessage,
            (++_written).ToString(CultureInfo.InvariantCulture)));
        if (_records.Count > pbx.Options.KeptCallRecords)
        {
            _records.Dequeue();
        }
    }

    /// <summary>The records behind a bookmark; all when it is none of this book's.</summary>
    public IReadOnlyList<PbxCallRecord> Read(string? bookmark)
    {
        var behind = int.TryParse(bookmark, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= _written ? place : 0;
        return [.. _records.Skip(behind - (_written - _records.Count)).Select(WithoutLostMessage)];
    }

    private PbxCallRecord WithoutLostMessage(PbxCallRecord record) =>
        record.VoiceMessage is { } message && pbx.Recorder.Find(message) is null ? record with { VoiceMessage = null } : record;
}
