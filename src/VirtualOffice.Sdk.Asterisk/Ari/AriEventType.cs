namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The types of events that are acted upon; every other is <see cref="Ignored"/>. The names are those of ARI.</summary>
internal enum AriEventType
{
    Ignored,
    ApplicationReplaced,
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHold,
    ChannelLeftBridge,
    ChannelStateChange,
    ChannelTransfer,
    ChannelUnhold,
    Dial,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisEnd,
    StasisStart,
}
