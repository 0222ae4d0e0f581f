using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>
/// The board's host: a mailbox that is drained by whoever writes, so that in the usual case a decision needs no change of thread.
/// A drainer handles at most a batch, then hands over to the scheduler; posts made while draining only enqueue. What callers from outside post stands in a line of its own,
/// which is bounded: they wait while it is full. What calls post never waits, and comes first.
/// </summary>
internal sealed partial class CallDispatcher : ICallDispatcher, IAsyncDisposable
{
    /// <summary>How many commands from outside stand in line before the next has to wait.</summary>
    public const int OutsideCapacity = 1_024;

    private const int Batch = 64;
    private const int Idle = 0;
    private const int Draining = 1;
    private const int HandedOver = 2;

    private readonly OfficeBoard _board;
    private readonly OfficeRuntime _runtime;
    private readonly IDispatchListener _listener;
    private readonly ILogger _logger;
    private readonly Channel<DispatchCommand> _inside = Channel.CreateUnbounded<DispatchCommand>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<OutsideCommand> _outside = Channel.CreateBounded<OutsideCommand>(OutsideCapacity);
    private readonly List<DispatchDecision> _decisions = [];
    private readonly SteadyTime _time;
    private readonly ITimer _timer;
    private long? _armedFor;
    private int _state;

    /// <summary>How many commands from outside are on their way or in line. Nought, mostly: then their line, which takes a lock, need not be looked at.</summary>
    private int _fromOutside;
    private volatile bool _closing;

    public CallDispatcher(OfficeBoard board, OfficeRuntime runtime, IDispatchListener listener, ILogger<CallDispatcher> logger)
    {
        (_board, _runtime, _listener, _logger) = (board, runtime, listener, logger);
        _time = new SteadyTime(runtime.Clock);
        _timer = runtime.Clock.CreateTimer(_ => Post(new DispatchCommand.PassTime()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset UtcNow => _time.UtcNow;

    public void Post(DispatchCommand command)
    {
        if (Interlocked.CompareExchange(ref _state, Draining, Idle) != Idle)
        {
            _inside.Writer.TryWrite(command);
            DrainUnlessDraining();
        }
        else if (_closing || _inside.Reader.TryPeek(out _))
        {
            _inside.Writer.TryWrite(command);
            Drain();
        }
        else
        {
            // Nobody is before it: it need not stand in line.
            Drain(command);
        }
    }

    public Task PostAsync(DispatchCommand command)
    {
        var applied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var item = new OutsideCommand(command, applied);
        Interlocked.Increment(ref _fromOutside);
        if (!_outside.Writer.TryWrite(item))
        {
            _ = WriteWhenThereIsRoomAsync(item);
        }

        DrainUnlessDraining();
        return applied.Task;
    }

    /// <summary>Takes no more commands, and carries out all that were taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _closing = true;
        _inside.Writer.TryComplete();
        _outside.Writer.TryComplete();
        if (Interlocked.CompareExchange(ref _state, Draining, Idle) == Idle || Interlocked.CompareExchange(ref _state, Draining, HandedOver) == HandedOver)
        {
            Drain();
        }

        await Task.WhenAll(_inside.Reader.Completion, _outside.Reader.Completion);
        await _timer.DisposeAsync();
    }

    private async Task WriteWhenThereIsRoomAsync(OutsideCommand item)
    {
        try
        {
            // The channel keeps those who wait for room in line, and puts in the next as soon as one is taken out.
            await _outside.Writer.WriteAsync(item);
            DrainUnlessDraining();
        }
        catch (ChannelClosedException)
        {
            Interlocked.Decrement(ref _fromOutside);
            item.Applied.SetException(new VirtualOfficeException("The office is stopped."));
        }
    }

    private void DrainUnlessDraining()
    {
        if (Interlocked.CompareExchange(ref _state, Draining, Idle) == Idle)
        {
            Drain();
        }
    }

    private void TakeOver()
    {
        if (Interlocked.CompareExchange(ref _state, Draining, HandedOver) == HandedOver)
        {
            Drain();
        }
    }

    private void Drain(DispatchCommand? first = null)
    {
        while (true)
        {
            // One look at the clock for all: what comes in meanwhile is at most a batch's time late.
            var (now, taken) = (_time.UtcTicks, 0);
            if (first is not null)
            {
                Apply(first, applied: null, now);
                (first, taken) = (null, 1);
            }

            while ((taken < Batch || _closing) && ApplyNext(now))
            {
                taken++;
            }

            if (taken >= Batch && HasMore())
            {
                Volatile.Write(ref _state, HandedOver);
                _ = Task.Factory.StartNew(TakeOver, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _runtime.Scheduler);
                return;
            }

            ArmTimer();

            // A post that came after the last look found a drainer at work and left: look once more, and not before everybody sees that nobody drains.
            Interlocked.Exchange(ref _state, Idle);
            if (!HasMore() || Interlocked.CompareExchange(ref _state, Draining, Idle) != Idle)
            {
                return;
            }
        }
    }

    private bool HasMore() => _inside.Reader.TryPeek(out _) || (Volatile.Read(ref _fromOutside) > 0 && _outside.Reader.TryPeek(out _));

    private bool ApplyNext(long now)
    {
        if (_inside.Reader.TryRead(out var inside))
        {
            Apply(inside, applied: null, now);
            return true;
        }

        if (Volatile.Read(ref _fromOutside) > 0 && _outside.Reader.TryRead(out var outside))
        {
            Interlocked.Decrement(ref _fromOutside);
            Apply(outside.Command, outside.Applied, now);
            return true;
        }

        return false;
    }

    private void Apply(DispatchCommand command, TaskCompletionSource? applied, long now)
    {
        _decisions.Clear();
        Exception? failure = null;
        try
        {
            _board.Apply(command, now, _decisions);
        }
        catch (Exception e)
        {
            failure = e;
            LogCommandFailed(_logger, command.GetType().Name, e);
        }

        foreach (ref readonly var decision in CollectionsMarshal.AsSpan(_decisions))
        {
            try
            {
                _listener.Decided(decision);
            }
            catch (Exception e)
            {
                // A drainer that dies here would leave the mailbox to nobody, for ever.
                LogCommandFailed(_logger, command.GetType().Name, e);
            }
        }

        if (failure is null)
        {
            applied?.TrySetResult();
        }
        else
        {
            applied?.TrySetException(failure);
        }

        if (command is DispatchCommand.PassTime)
        {
            _armedFor = null;
        }
    }

    private void ArmTimer()
    {
        var due = _board.NextDue;
        if (due == long.MaxValue || due == _armedFor || _closing)
        {
            return;
        }

        // Rounded up: a timer of whole milliseconds must not come early, only to be set again.
        _armedFor = due;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(new TimeSpan(due - _time.UtcTicks).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(1100, LogLevel.Error, "The dispatch board failed on {Command}; the command was dropped")]
    private static partial void LogCommandFailed(ILogger logger, string command, Exception exception);

    /// <summary>A command from outside, whose poster waits for it to be carried out.</summary>
    private sealed record OutsideCommand(DispatchCommand Command, TaskCompletionSource Applied);
}
