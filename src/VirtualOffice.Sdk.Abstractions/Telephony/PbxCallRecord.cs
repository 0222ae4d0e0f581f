using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>What a PBX itself noted of a call from outside that has ended.</summary>
/// <param name="Leg">The caller's leg.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Caller">Who called.</param>
/// <param name="StartedAt">When it came, UTC.</param>
/// <param name="EndedAt">When it ended, UTC.</param>
/// <param name="TakenByFallback">True when the PBX's own fallback answered it because no host was there.</param>
/// <param name="VoiceMessage">The voice message the fallback recorded, to be fetched and deleted as every recording; null when there is none.</param>
/// <param name="Bookmark">Where reading goes on after this record; opaque.</param>
public sealed record PbxCallRecord(
    LegId Leg,
    string Dialled,
    CallerId Caller,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    bool TakenByFallback,
    RecordingId? VoiceMessage,
    string Bookmark);
