using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Dispatching;

public sealed class CallDispatcherTests : IAsyncDisposable
{
    private const int Batch = 64;

    private static readonly CompanyId Fox = CompanyId.Parse("fox");
    private static readonly OperatorId Olga = OperatorId.Parse("olga");
    private static readonly TimeSpan DeclinePause = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingIds _ids = new();
    private readonly QueuedScheduler _scheduler = new();
    private readonly DecisionLog _log = new();
    private readonly OfficeBoard _board;
    private readonly CallDispatcher _dispatcher;

    public CallDispatcherTests()
    {
        _board = new OfficeBoard(new DispatchOptions(TimeSpan.Zero, DeclinePause), _ids);
        _dispatcher = Dispatcher(_scheduler);
    }

    public ValueTask DisposeAsync() => _dispatcher.DisposeAsync();

    [Fact]
    public async Task PostAsync_FromManyThreads_EveryCommandIsAppliedOnceAndDecisionsComeOneByOne()
    {
        const int Posters = 16;
        const int Each = 500;
        await using var dispatcher = Dispatcher(TaskScheduler.Default);
        var applied = new Task[Posters * Each];
        Parallel.For(0, Posters, new ParallelOptions { MaxDegreeOfParallelism = Posters, CancellationToken = TestContext.Current.CancellationToken }, poster =>
        {
            for (var i = 0; i < Each; i++)
            {
                applied[(poster * Each) + i] = dispatcher.PostAsync(new DispatchCommand.DefineOperator(Definition($"p{poster}-{i}")));
            }
        });
        await Task.WhenAll(applied).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.False(_log.Overlapped);
        Assert.Equal(Posters * Each, _log.Decisions.Count);
        Assert.Equal(Posters * Each, _log.Decisions.Select(d => d.Operator!.Definition.Id).Distinct().Count());
        for (var poster = 0; poster < Posters; poster++)
        {
            var mine = _log.Decisions.Select(d => d.Operator!.Definition.Id.Value).Where(id => id.StartsWith($"p{poster}-", StringComparison.Ordinal));
            Assert.Equal(Enumerable.Range(0, Each).Select(i => $"p{poster}-{i}"), mine);
        }
    }

    [Fact]
    public void Post_Usually_IsDecidedBeforeItReturns()
    {
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Single(_log.Decisions);
        Assert.Equal(0, _scheduler.Count);
    }

    [Fact]
    public void Post_WhileDraining_OnlyEnqueues()
    {
        var within = -1;
        _log.OnDecision = decision =>
        {
            if (decision.Operator!.Definition.Id == Olga)
            {
                _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("pavel")));
                within = _log.Decisions.Count;
            }
        };
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Equal((1, 2), (within, _log.Decisions.Count));
    }

    [Fact]
    public void Post_MoreThanABatchWhileDraining_TheRestIsHandedToTheScheduler()
    {
        _log.OnDecision = decision =>
        {
            if (decision.Operator!.Definition.Id == Olga)
            {
                for (var i = 0; i < 2 * Batch; i++)
                {
                    _dispatcher.Post(new DispatchCommand.DefineOperator(Definition($"op-{i}")));
                }
            }
        };
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Equal((Batch, 1), (_log.Decisions.Count, _scheduler.Count));

        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("pavel")));
        Assert.Equal((Batch, 1), (_log.Decisions.Count, _scheduler.Count));

        _scheduler.RunNext();
        Assert.Equal((2 * Batch, 1), (_log.Decisions.Count, _scheduler.Count));
        _scheduler.RunNext();
        Assert.Equal(((2 * Batch) + 2, 0), (_log.Decisions.Count, _scheduler.Count));
        Assert.Equal("pavel", _log.Decisions[^1].Operator!.Definition.Id.Value);
    }

    [Fact]
    public async Task Post_ListenerThrows_TheDrainGoesOn()
    {
        _log.OnDecision = decision =>
        {
            if (decision.Operator!.Definition.Id == Olga)
            {
                throw new InvalidOperationException("The listener is broken.");
            }
        };
        await _dispatcher.PostAsync(new DispatchCommand.DefineOperator(Definition("olga")));
        await _dispatcher.PostAsync(new DispatchCommand.DefineOperator(Definition("pavel")));
        Assert.Equal(["olga", "pavel"], _log.Decisions.Select(d => d.Operator!.Definition.Id.Value));
    }

    [Fact]
    public void Deadline_Due_OffersTheCallAgain()
    {
        var call = new CallId(_ids.NewId());
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        _dispatcher.Post(new DispatchCommand.SetPresence(Olga, OperatorPresence.Available, null));
        _dispatcher.Post(new DispatchCommand.Enqueue(call, Fox, _clock.GetUtcNow()));
        _dispatcher.Post(new DispatchCommand.EndOffer(call, Olga, Assert.Single(Offers()).Offer, OfferResult.Rejected));
        _clock.Advance(DeclinePause - TimeSpan.FromMilliseconds(1));
        Assert.Single(Offers());
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([call, call], Offers().Select(d => d.Call!.Value));
    }

    [Fact]
    public async Task PostAsync_AfterDispose_Fails()
    {
        await _dispatcher.DisposeAsync();
        var error = await Assert.ThrowsAsync<VirtualOfficeException>(() => _dispatcher.PostAsync(new DispatchCommand.PassTime()));
        Assert.Contains("stopped", error.Message, StringComparison.Ordinal);
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Empty(_log.Decisions);
    }

    [Fact]
    public async Task PostAsync_CommandThatCannotBe_FailsWithTheReason()
    {
        var companies = Enumerable.Range(0, 6).Select(i => CompanyId.Parse($"c{i}")).ToArray();
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => _dispatcher.PostAsync(new DispatchCommand.DefineOperator(new OperatorDefinition(Olga, "Olga", DeviceId.Parse("olga"), companies))));
        Assert.Contains("at most 5 companies", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostAsync_LineFull_WaitsAndIsCarriedOutInOrder()
    {
        Task[] waiting = [];
        _log.OnDecision = decision =>
        {
            if (decision.Operator!.Definition.Id == Olga)
            {
                waiting = [.. Enumerable.Range(0, 2 * CallDispatcher.OutsideCapacity).Select(i => _dispatcher.PostAsync(new DispatchCommand.DefineOperator(Definition($"op-{i}"))))];
            }
        };
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Contains(waiting, w => !w.IsCompleted);
        while (_scheduler.Count > 0)
        {
            _scheduler.RunNext();
        }

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal(
            Enumerable.Range(0, 2 * CallDispatcher.OutsideCapacity).Select(i => $"op-{i}"),
            _log.Decisions.Skip(1).Select(d => d.Operator!.Definition.Id.Value));
    }

    [Fact]
    public async Task Dispose_HandedOverToASchedulerThatNeverRuns_CarriesOutWhatWasTaken()
    {
        _log.OnDecision = decision =>
        {
            if (decision.Operator!.Definition.Id == Olga)
            {
                for (var i = 0; i < 3 * Batch; i++)
                {
                    _dispatcher.Post(new DispatchCommand.DefineOperator(Definition($"op-{i}")));
                }
            }
        };
        _dispatcher.Post(new DispatchCommand.DefineOperator(Definition("olga")));
        Assert.Equal(Batch, _log.Decisions.Count);
        await _dispatcher.DisposeAsync();
        Assert.Equal((3 * Batch) + 1, _log.Decisions.Count);
        _scheduler.RunNext();
        Assert.Equal((3 * Batch) + 1, _log.Decisions.Count);
    }

    [Fact]
    public async Task ManyWriters_StoppedInTheMiddle_EveryCommandTakenTakesEffectOnceAndInOrderPerWriter()
    {
        const int Writers = 8;
        const int Each = 2_000;
        var dispatcher = Dispatcher(TaskScheduler.Default);
        var tasks = new Task[Writers * Each];
        var started = new CountdownEvent(Writers);
        var writers = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            started.Signal();
            for (var i = 0; i < Each; i++)
            {
                tasks[(writer * Each) + i] = dispatcher.PostAsync(new DispatchCommand.DefineOperator(Definition($"w{writer}-{i}")));
            }
        })).ToList();
        writers.ForEach(w => w.Start());
        started.Wait(TestContext.Current.CancellationToken);
        await dispatcher.DisposeAsync();
        writers.ForEach(w => w.Join());
        await Task.WhenAll(tasks).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.False(_log.Overlapped);
        var taken = Enumerable.Range(0, tasks.Length).Where(i => tasks[i].IsCompletedSuccessfully).ToList();
        Assert.All(tasks, t => Assert.True(t.IsCompletedSuccessfully || t.Exception!.InnerException is VirtualOfficeException));
        Assert.Equal(taken.Count, _log.Decisions.Count);
        for (var writer = 0; writer < Writers; writer++)
        {
            Assert.Equal(
                taken.Where(i => i / Each == writer).Select(i => $"w{writer}-{i % Each}"),
                _log.Decisions.Select(d => d.Operator!.Definition.Id.Value).Where(id => id.StartsWith($"w{writer}-", StringComparison.Ordinal)));
        }
    }

    private static OperatorDefinition Definition(string id) => new(OperatorId.Parse(id), id, DeviceId.Parse(id), [Fox]);

    private CallDispatcher Dispatcher(TaskScheduler scheduler) => new(
        _board,
        new OfficeRuntime { Clock = _clock, Scheduler = scheduler, Ids = _ids, Random = new Random(1) },
        _log,
        NullLogger<CallDispatcher>.Instance);

    private IReadOnlyList<DispatchDecision> Offers() => [.. _log.Decisions.Where(d => d.Call is not null)];
}
