using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>An office of 500 companies and 2,000 operators behind a mailbox, all of them busy: the dispatcher itself, drained by whoever writes, or a Channel with a task that reads.</summary>
internal sealed class Mailbox : IDispatchListener, IAsyncDisposable
{
    private readonly DispatchWorkload _workload = new();
    private readonly ConcurrentQueue<CallId> _busy = new();
    private readonly OfficeBoard _board = new(new DispatchOptions(TimeSpan.Zero, TimeSpan.FromSeconds(15)), new CountingIds());
    private readonly CallDispatcher? _dispatcher;
    private readonly Channel<DispatchCommand>? _channel;
    private readonly Task _reading = Task.CompletedTask;
    private int _calls;
    private long _decidedAt;
    private long _posted;

    private Mailbox(bool readerTask)
    {
        if (readerTask)
        {
            _channel = Channel.CreateUnbounded<DispatchCommand>(new UnboundedChannelOptions { SingleReader = true });
            _reading = Task.Run(ReadAsync);
        }
        else
        {
            var runtime = new OfficeRuntime { Ids = new CountingIds(), Random = new Random(1) };
            _dispatcher = new CallDispatcher(_board, runtime, this, NullLogger<CallDispatcher>.Instance);
        }
    }

    /// <summary>When the last offer was decided, by the stopwatch; zero until then.</summary>
    public long DecidedAt
    {
        get => Volatile.Read(ref _decidedAt);
        set => Volatile.Write(ref _decidedAt, value);
    }

    /// <summary>How many commands were posted to the dispatcher, all by one thread.</summary>
    public long Posted => _posted;

    public static async Task<Mailbox> OpenAsync(bool readerTask, int waiting)
    {
        var mailbox = new Mailbox(readerTask);
        foreach (var op in mailbox._workload.Operators)
        {
            mailbox.Post(new DispatchCommand.DefineOperator(op));
            mailbox.Post(new DispatchCommand.SetPresence(op.Id, OperatorPresence.Available, null));
        }

        for (var call = 0; call < mailbox._workload.Operators.Count + waiting; call++)
        {
            mailbox.Arrive();
        }

        while (mailbox._busy.Count < mailbox._workload.Operators.Count)
        {
            await Task.Yield();
        }

        return mailbox;
    }

    public void Arrive() =>
        Post(new DispatchCommand.Enqueue(DispatchWorkload.Call(++_calls), _workload.NextCompany(), _workload.Start.AddMilliseconds(_calls)));

    /// <summary>An operator's call ends, and the next is offered and accepted.</summary>
    public void Release()
    {
        if (_busy.TryDequeue(out var call))
        {
            Post(new DispatchCommand.Release(call));
        }
    }

    public void PassTime() => Post(new DispatchCommand.PassTime());

    public void Decided(in DispatchDecision decision)
    {
        if (decision.Call is { } call)
        {
            if (DecidedAt == 0)
            {
                DecidedAt = Stopwatch.GetTimestamp();
            }

            Post(new DispatchCommand.EndOffer(call, decision.Operator!.Definition.Id, decision.Offer, OfferResult.Accepted));
            _busy.Enqueue(call);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Writer.Complete();
        await _reading;
        if (_dispatcher is not null)
        {
            await _dispatcher.DisposeAsync();
        }
    }

    private void Post(DispatchCommand command)
    {
        if (_channel is null)
        {
            _posted++;
            _dispatcher!.Post(command);
        }
        else
        {
            _channel.Writer.TryWrite(command);
        }
    }

    private async Task ReadAsync()
    {
        var (time, decisions) = (new SteadyTime(TimeProvider.System), new List<DispatchDecision>());
        while (await _channel!.Reader.WaitToReadAsync())
        {
            while (_channel.Reader.TryRead(out var command))
            {
                decisions.Clear();
                _board.Apply(command, time.UtcNow, decisions);
                foreach (var decision in decisions)
                {
                    Decided(decision);
                }
            }
        }
    }
}
