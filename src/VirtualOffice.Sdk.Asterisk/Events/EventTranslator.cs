using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// Makes the office's events of ARI's. Called by the socket's reader, one event at a time; never waits.
/// </summary>
internal sealed partial class EventTranslator(
    string application,
    LegTable legs,
    LegReports reports,
    RecordingReports recordings,
    LegEndings endings,
    DialStrings strings,
    ListeningCommands listening,
    EventOutlet outlet,
    ILogger logger)
{
    // Channels of Asterisk's own making that may come into an application: ears, recorders, announcers, media ends.
    private static readonly string[] HelperTechnologies = ["Snoop/", "Recorder/", "Announcer/", "UnicastRTP/", "WebSocket/", "CBAnn/", "CBRec/"];

    public static bool IsHelper(ReadOnlySpan<char> channelName)
    {
        foreach (var technology in HelperTechnologies)
        {
            if (channelName.StartsWith(technology, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public void Translate(in AriEvent e)
    {
        if (e.Application.Length > 0 && !e.Application.SequenceEqual(application))
        {
            return;
        }

        switch (e.Type)
        {
            case AriEventType.StasisStart:
                Started(in e);
                break;
            case AriEventType.PlaybackFinished:
                Played(in e);
                break;
            case AriEventType.RecordingFinished or AriEventType.RecordingFailed:
                recordings.Reported(in e);
                break;
            case AriEventType.ApplicationReplaced:
                outlet.End(new TelephonyException(
                    TelephonyError.Replaced,
                    $"Another connection has taken over the application '{application}': it gets all events now. One application has one host."));
                break;
            case AriEventType.ChannelTransfer:
                TransferAsked(in e);
                break;
            case AriEventType.StasisEnd when recordings.EarEnded(e.Channel):
                break;
            default:
                if (legs.TryFind(e.Channel, out var leg))
                {
                    Changed(in e, leg);
                }

                break;
        }
    }

    private void Changed(in AriEvent e, AsteriskLeg leg)
    {
        switch (e.Type)
        {
            case AriEventType.ChannelStateChange when e.ChannelState is "Ringing":
            case AriEventType.Dial when e.DialStatus is "RINGING" or "PROGRESS":
                reports.Rang(leg);
                break;
            case AriEventType.ChannelStateChange when e.ChannelState is "Up":
            case AriEventType.Dial when e.DialStatus is "ANSWER":
                reports.Answered(leg);
                break;
            case AriEventType.ChannelDtmfReceived:
                reports.Pressed(leg, e.Digit[0]);
                break;
            case AriEventType.ChannelHold or AriEventType.ChannelUnhold:
                reports.Held(leg, e.Type == AriEventType.ChannelHold);
                break;
            case AriEventType.ChannelEnteredBridge:
                SetBridge(leg, e.Bridge.ToString());
                break;
            case AriEventType.ChannelLeftBridge when e.Bridge.SequenceEqual(leg.Bridge):
                SetBridge(leg, null);
                break;
            case AriEventType.StasisEnd:
                endings.Left(leg);
                break;
            case AriEventType.ChannelDestroyed:
                reports.Ended(leg, e.Cause);
                recordings.LegEnded(leg);
                break;
        }
    }

    private void Started(in AriEvent e)
    {
        switch (e.Argument0)
        {
            case StasisArguments.Leg:
                DialledStarted(in e);
                break;
            case StasisArguments.Snoop:
                recordings.EarStarted(e.Channel);
                break;
            case StasisArguments.Listen:
                listening.SnoopStarted(e.Channel);
                break;
            default:
                CallerStarted(in e);
                break;
        }
    }

    private void DialledStarted(in AriEvent e)
    {
        if (legs.TryFind(e.Channel, out var leg))
        {
            leg.Start();
            endings.HangUpIfWished(leg);
        }
        else
        {
            // Made by a host that is gone, or given up on meanwhile: nobody will dial it, and an undialled channel lives for ever.
            LogOrphan(logger, e.Channel.ToString());
            endings.HangUp(e.Channel.ToString());
        }
    }

    /// <summary>What was reported of a transfer comes back as the same event, with a state.</summary>
    private void TransferAsked(in AriEvent e)
    {
        if (e.TransferState.Length == 0 && legs.TryFind(e.Channel, out var leg))
        {
            LegId? other = e.TransferOther.Length > 0 && legs.TryFind(e.TransferOther, out var second) ? second.Id : null;
            reports.TransferAsked(leg, e.TransferTo.ToString(), other);
        }
    }

    private void CallerStarted(in AriEvent e)
    {
        if (IsHelper(e.ChannelName))
        {
            return;
        }

        var leg = legs.Add(e.Channel.ToString(), tag: null, out _);
        leg.Start();
        if (e.Argument0 is StasisArguments.Phone)
        {
            if (StasisArguments.ParsePhone(e.Argument1, e.Argument2, CallerText.Clean(e.CallerNumber, e.CallerName), leg.Id, strings) is { } calls)
            {
                reports.Offered(leg, calls);
            }
            else
            {
                endings.HangUp(leg.Channel);
            }

            return;
        }

        var dialled = e.Arguments > 0 ? e.Argument0 : e.Extension;
        reports.Offered(leg, new LegOffered(leg.Id, dialled.ToString(), CallerText.Clean(e.CallerNumber, e.CallerName)));
    }

    private void Played(in AriEvent e)
    {
        const string Channel = "channel:";
        if (e.Target.StartsWith(Channel, StringComparison.Ordinal) && legs.TryFind(e.Target[Channel.Length..], out var leg))
        {
            reports.Played(leg, e.Media.ToString(), completed: e.MediaState is "done");
        }
    }

    private static void SetBridge(AsteriskLeg leg, string? bridge)
    {
        lock (leg.Gate)
        {
            (leg.Bridge, leg.IsBridgeKnown) = (bridge, true);
        }
    }

    [LoggerMessage(2011, LogLevel.Warning, "Channel {Channel} was made for a leg that nobody dials any more; it is hung up")]
    private static partial void LogOrphan(ILogger logger, string channel);
}
