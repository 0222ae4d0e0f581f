using System.Threading.Channels;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// A call's mailbox. Posting never waits and never runs the call's work. Reports of legs are bounded: past the bound they are dropped and the call is
/// marked to ask the PBX itself, so that nothing is silently lost, least of all the end of a leg. Everything else is bounded by its nature.
/// </summary>
internal sealed class CallMailbox
{
    private const int MaxLegEvents = 256;

    private readonly Channel<CallSignal> _signals = Channel.CreateUnbounded<CallSignal>(new UnboundedChannelOptions { SingleReader = true });
    private int _legEvents;
    private int _overflowed;
    private int _playbackEnds;

    public void Post(CallSignal signal)
    {
        if (signal is CallSignal.FromLeg { Event: not LegOffered } && Interlocked.Increment(ref _legEvents) > MaxLegEvents)
        {
            Interlocked.Decrement(ref _legEvents);
            Volatile.Write(ref _overflowed, 1);
            signal = CallSignal.Woken.Instance;
        }

        if (signal is CallSignal.FromLeg { Event: PlaybackFinished })
        {
            Interlocked.Increment(ref _playbackEnds);
        }

        if (!_signals.Writer.TryWrite(signal))
        {
            (signal as CallSignal.Command)?.Refuse(Closed());
        }
    }

    /// <summary>True once after reports of legs were dropped.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref _overflowed, 0) == 1;

    /// <summary>Whether something waits to be read.</summary>
    public bool HasUnread => _signals.Reader.TryPeek(out _);

    /// <summary>Whether the end of a prompt waits to be read.</summary>
    public bool HasPlaybackEnd => Volatile.Read(ref _playbackEnds) > 0;

    public bool TryRead(out CallSignal? signal)
    {
        if (!_signals.Reader.TryRead(out signal))
        {
            return false;
        }

        if (signal is CallSignal.FromLeg { Event: not LegOffered })
        {
            Interlocked.Decrement(ref _legEvents);
        }

        if (signal is CallSignal.FromLeg { Event: PlaybackFinished })
        {
            Interlocked.Decrement(ref _playbackEnds);
        }

        return true;
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _signals.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes no more signals, refuses the commands that are in it, and returns the reports of legs that nobody has read.</summary>
    public IReadOnlyList<LegEvent> Close()
    {
        _signals.Writer.TryComplete();
        var unread = new List<LegEvent>();
        while (_signals.Reader.TryRead(out var signal))
        {
            (signal as CallSignal.Command)?.Refuse(Closed());
            if (signal is CallSignal.FromLeg { Event: var legEvent })
            {
                unread.Add(legEvent);
            }
        }

        return unread;
    }

    private static CallCommandException Closed() => new(CallCommandError.WrongStage, "The call has ended.");
}
