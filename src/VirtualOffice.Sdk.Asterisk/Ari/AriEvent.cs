namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What is needed of an event. The texts lie in the reader's own memory: they are good until it reads the next event.</summary>
internal ref struct AriEvent
{
    public AriEventType Type;

    /// <summary>The application it is for.</summary>
    public ReadOnlySpan<char> Application;

    /// <summary>The channel it is about; of a Dial, the one that is dialled.</summary>
    public ReadOnlySpan<char> Channel;

    public ReadOnlySpan<char> ChannelName;

    public ReadOnlySpan<char> ChannelState;

    public ReadOnlySpan<char> CallerNumber;

    public ReadOnlySpan<char> CallerName;

    /// <summary>The extension that the channel is at in the dialplan.</summary>
    public ReadOnlySpan<char> Extension;

    public ReadOnlySpan<char> Bridge;

    public ReadOnlySpan<char> DialStatus;

    /// <summary>The id of a playback or the name of a recording.</summary>
    public ReadOnlySpan<char> Media;

    public ReadOnlySpan<char> MediaState;

    public ReadOnlySpan<char> MediaCause;

    /// <summary>What is played to or recorded, for example <c>channel:1794.7</c>.</summary>
    public ReadOnlySpan<char> Target;

    /// <summary>The key that was pressed.</summary>
    public ReadOnlySpan<char> Digit;

    /// <summary>Of a transfer that a phone asks for, what was dialled there.</summary>
    public ReadOnlySpan<char> TransferTo;

    /// <summary>Of an attended transfer, the phone's other channel.</summary>
    public ReadOnlySpan<char> TransferOther;

    /// <summary>How a transfer goes, where the event repeats a report of it; empty where a phone asks for one.</summary>
    public ReadOnlySpan<char> TransferState;

    /// <summary>How many arguments Stasis was given; the first three follow.</summary>
    public int Arguments;

    public ReadOnlySpan<char> Argument0;

    public ReadOnlySpan<char> Argument1;

    public ReadOnlySpan<char> Argument2;

    /// <summary>Why a channel ended (Q.850).</summary>
    public int Cause;

    /// <summary>The length of a recording in seconds; null when it was not said.</summary>
    public int? Duration;

    public int? TalkingDuration;
}
