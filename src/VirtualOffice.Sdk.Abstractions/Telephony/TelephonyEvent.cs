using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// Something a PBX reports. Events of one leg come in order; there is no order between legs. An event may be repeated unless it says otherwise, also one that the snapshot
/// already covers, and events of a time without connection never come: <see cref="PbxConnected"/> tells what is true now.
/// </summary>
public abstract record TelephonyEvent;

/// <summary>The connection is up; the first event of every connection, with the state of the PBX.</summary>
public sealed record PbxConnected(PbxSnapshot Snapshot) : TelephonyEvent;

/// <summary>The connection was lost; the provider goes on trying, and calls go on at the PBX.</summary>
public sealed record PbxDisconnected(string Reason) : TelephonyEvent;

/// <summary>An event of one leg.</summary>
public abstract record LegEvent(LegId Leg) : TelephonyEvent;

/// <summary>A caller dialled one of the office's numbers.</summary>
/// <param name="Leg">The caller's leg, not yet answered.</param>
/// <param name="Dialled">The number dialled, as the PBX passed it.</param>
/// <param name="Caller">Who calls, cleaned.</param>
public sealed record LegOffered(LegId Leg, string Dialled, CallerId Caller) : LegEvent(Leg)
{
    /// <summary>The operator's phone that calls by itself; null for a caller. <see cref="Dialled"/> is then what was dialled at the phone.</summary>
    public DeviceId? Device { get; init; }
}

/// <summary>A dialled leg rings at the far end.</summary>
public sealed record LegRinging(LegId Leg) : LegEvent(Leg);

/// <summary>A dialled leg was answered.</summary>
public sealed record LegAnswered(LegId Leg) : LegEvent(Leg);

/// <summary>A party has pressed a key of the phone. Never repeated; lost when there is no connection.</summary>
/// <param name="Leg">The leg, answered.</param>
/// <param name="Digit">The key: <c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>, or <c>A</c> to <c>D</c>.</param>
public sealed record DigitPressed(LegId Leg, char Digit) : LegEvent(Leg);

/// <summary>A party has put the call on hold at the phone, or has taken it back.</summary>
/// <param name="Leg">The leg, answered.</param>
/// <param name="IsHeld">Whether it is on hold now.</param>
public sealed record LegHeld(LegId Leg, bool IsHeld) : LegEvent(Leg);

/// <summary>
/// A party has asked at the phone that the other side be transferred (SIP's REFER). The PBX does nothing about it; whoever carries it out tells the phone how it goes
/// (<see cref="IPhoneTransfers"/>). Never repeated; lost when there is no connection.
/// </summary>
/// <param name="Leg">The leg at whose phone it was asked for, answered.</param>
/// <param name="To">What was dialled at the phone, unchecked: a number, or a name; empty for an attended transfer.</param>
/// <param name="Other">The phone's other leg, to whose party the transfer goes (an attended transfer); null for a blind one.</param>
public sealed record LegTransferAsked(LegId Leg, string To, LegId? Other) : LegEvent(Leg);

/// <summary>A leg is over. It is the last event of the leg that means anything.</summary>
public sealed record LegEnded(LegId Leg, LegEndCause Cause) : LegEvent(Leg);

/// <summary>A prompt was played to its end, or was stopped or could not be played.</summary>
/// <param name="Leg">The leg it was played to.</param>
/// <param name="Playback">The playing.</param>
/// <param name="Completed">True when it was heard to its end.</param>
public sealed record PlaybackFinished(LegId Leg, PlaybackId Playback, bool Completed) : LegEvent(Leg);

/// <summary>A recording is complete at the PBX and can be fetched.</summary>
/// <param name="Leg">The leg that was recorded.</param>
/// <param name="Recording">The recording.</param>
/// <param name="Duration">Its length.</param>
/// <param name="Speech">How much of it was speech, where the request limited silence; null when the PBX does not measure it.</param>
public sealed record RecordingFinished(LegId Leg, RecordingId Recording, TimeSpan Duration, TimeSpan? Speech) : LegEvent(Leg);

/// <summary>A recording could not be made or was broken off; what there is may still be found at the PBX.</summary>
public sealed record RecordingFailed(LegId Leg, RecordingId Recording, string Reason) : LegEvent(Leg);
