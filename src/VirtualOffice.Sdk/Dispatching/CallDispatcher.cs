using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>
/// The board's host: a mailbox that is drained by whoever writes, so that in the usual case a decision needs no change of thread.
/// A drainer handles at most a batch, then hands over to the scheduler; posts made while draining only enqueue.
/// </summary>
internal sealed partial class CallDispatcher : ICallDispatcher, IAsyncDisposable
{
    private const int Batch = 64;

    private readonly DispatchBoard _board;
    private readonly OfficeRuntime _runtime;
    private readonly IDispatchListener _listener;
    private readonly ILogger _logger;
    private readonly Channel<(DispatchCommand Command, TaskCompletionSource? Applied)> _mailbox;
    private readonly List<DispatchDecision> _decisions = [];
    private readonly SteadyTime _time;
    private readonly ITimer _timer;
    private int _draining;

    public CallDispatcher(DispatchBoard board, OfficeRuntime runtime, IDispatchListener listener, ILogger<CallDispatcher> logger)
    {
        (_board, _runtime, _listener, _logger) = (board, runtime, listener, logger);
        _mailbox = Channel.CreateUnbounded<(DispatchCommand, TaskCompletionSource?)>(new UnboundedChannelOptions { AllowSynchronousContinuations = false });
        _time = new SteadyTime(runtime.Clock);
        _timer = runtime.Clock.CreateTimer(_ => Post(new DispatchCommand.PassTime()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Post(DispatchCommand command)
    {
        _mailbox.Writer.TryWrite((command, null));
        DrainUnlessDraining();
    }

    public Task PostAsync(DispatchCommand command)
    {
        var applied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_mailbox.Writer.TryWrite((command, applied)))
        {
            applied.SetException(new VirtualOfficeException("The office is stopped."));
        }

        DrainUnlessDraining();
        return applied.Task;
    }

    public ValueTask DisposeAsync()
    {
        _mailbox.Writer.TryComplete();
        return _timer.DisposeAsync();
    }

    private void DrainUnlessDraining()
    {
        if (Interlocked.CompareExchange(ref _draining, 1, 0) == 0)
        {
            Drain();
        }
    }

    private void Drain()
    {
        while (true)
        {
            for (var i = 0; i < Batch && _mailbox.Reader.TryRead(out var item); i++)
            {
                Apply(item.Command);
                item.Applied?.TrySetResult();
            }

            if (_mailbox.Reader.TryPeek(out _))
            {
                _ = Task.Factory.StartNew(Drain, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _runtime.Scheduler);
                return;
            }

            ArmTimer();
            Volatile.Write(ref _draining, 0);

            // A post that came after the last look found a drainer at work and left: look once more.
            if (!_mailbox.Reader.TryPeek(out _) || Interlocked.CompareExchange(ref _draining, 1, 0) != 0)
            {
                return;
            }
        }
    }

    private void Apply(DispatchCommand command)
    {
        _decisions.Clear();
        try
        {
            _board.Apply(command, _time.UtcNow, _decisions);
        }
        catch (Exception e)
        {
            LogCommandFailed(_logger, command.GetType().Name, e);
        }

        foreach (var decision in _decisions)
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
    }

    private void ArmTimer()
    {
        if (_board.NextDeadline is { } due)
        {
            var wait = due - _time.UtcNow;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(1100, LogLevel.Error, "The dispatch board failed on {Command}; the command was dropped")]
    private static partial void LogCommandFailed(ILogger logger, string command, Exception exception);
}
