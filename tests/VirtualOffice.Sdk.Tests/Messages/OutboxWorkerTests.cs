using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

public sealed class OutboxWorkerTests : IDisposable
{
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");

    private readonly SimulatedWorld _world = new();
    private readonly InMemoryCallJournal _journal = new();
    private readonly ErrorLog _errors = new();
    private readonly ScriptedChannel _channel = new();
    private readonly List<(DeliveryId Delivery, TimeSpan At)> _attempts = [];
    private string? _escalateTo;

    public OutboxWorkerTests() => Answer(_ => DeliveryAttempt.Delivered());

    public void Dispose() => _errors.Dispose();

    [Fact]
    public void RunAsync_Due_IsDeliveredAndNotAgain()
    {
        var delivery = Save();
        Start();
        _world.RunFor(TimeSpan.FromHours(1));
        Assert.Equal((DeliveryState.Delivered, 1, null), Read(delivery));
        Assert.Equal([(delivery.Id, TimeSpan.Zero)], _attempts);
    }

    [Fact]
    public void RunAsync_MoreThanABatch_AllAreDeliveredAtOnce()
    {
        for (var i = 0; i < 50; i++)
        {
            Save();
        }

        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal(50, _attempts.Select(a => a.Delivery).Distinct().Count());
        Assert.Equal(50, _attempts.Count);
    }

    [Fact]
    public void RunAsync_RetryLater_IsTriedByTheBackoffUnderTheSameId()
    {
        var delivery = Save();
        Answer(attempt => attempt < 5 ? DeliveryAttempt.RetryLater("451 later") : DeliveryAttempt.Delivered());
        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal((DeliveryState.Pending, 1, "451 later"), Read(delivery));
        _world.RunFor(TimeSpan.FromHours(1));
        Assert.Equal((DeliveryState.Delivered, 5, null), Read(delivery));
        Assert.All(_attempts, a => Assert.Equal(delivery.Id, a.Delivery));
        var pauses = _attempts.Zip(_attempts.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.Equal(4, pauses.Count);
        for (var i = 0; i < pauses.Count; i++)
        {
            // Never early, and late by no more than the longest sleep.
            var due = DeliveryBackoff.After(i + 1)!.Value;
            Assert.InRange(pauses[i], due, due + TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public void RunAsync_NeverDelivered_IsGivenUpAfterFiveDaysWithAnAlarm()
    {
        var delivery = Save();
        Answer(_ => DeliveryAttempt.RetryLater("451 later"));
        Start();
        _world.RunFor(TimeSpan.FromDays(6));
        Assert.Equal((DeliveryState.Failed, 126, "451 later"), Read(delivery));
        Assert.InRange(_attempts[^1].At, TimeSpan.FromDays(5) - TimeSpan.FromHours(1), TimeSpan.FromDays(5) + TimeSpan.FromHours(1));
        Assert.Contains(_errors.Lines, line => line.Contains("is given up: 451 later", StringComparison.Ordinal));
    }

    [Fact]
    public void RunAsync_PermanentError_IsGivenUpAtOnceWithAnAlarm()
    {
        var delivery = Save();
        Answer(_ => DeliveryAttempt.Failed("550 no such user"));
        Start();
        _world.RunFor(TimeSpan.FromDays(1));
        Assert.Equal((DeliveryState.Failed, 1, "550 no such user"), Read(delivery));
        Assert.Single(_attempts);
        Assert.Single(_errors.Lines, line => line.StartsWith(nameof(LogLevel.Critical), StringComparison.Ordinal));
    }

    [Fact]
    public void RunAsync_UnknownChannel_IsKeptAndNamesTheCallToAdd()
    {
        var delivery = Save("pigeon");
        Start();
        _world.RunFor(TimeSpan.FromSeconds(30));
        var (state, attempts, error) = Read(delivery);
        Assert.Equal((DeliveryState.Pending, 3), (state, attempts));
        Assert.Contains("'pigeon'", error, StringComparison.Ordinal);
        Assert.Contains("AddEmail(…)", error, StringComparison.Ordinal);
        Assert.Empty(_attempts);
    }

    [Fact]
    public void RunAsync_ChannelThrows_IsTriedAgainAndOthersAreDelivered()
    {
        var broken = Save();
        var other = Save();
        _channel.Answer = notification =>
        {
            _attempts.Add((notification.Delivery.Id, _world.Clock.Elapsed));
            return notification.Delivery.Id == broken.Id && _attempts.Count(a => a.Delivery == broken.Id) == 1
                ? throw new InvalidOperationException("The channel is broken.")
                : DeliveryAttempt.Delivered();
        };
        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal((DeliveryState.Pending, 1, "The channel is broken."), Read(broken));
        Assert.Equal((DeliveryState.Delivered, 1, null), Read(other));
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal((DeliveryState.Delivered, 2, null), Read(broken));
    }

    [Fact]
    public void RunAsync_HostKilledInAnAttempt_IsAttemptedAgainUnderTheSameIdByTheNextOne()
    {
        var delivery = Save();
        var (first, _) = Start();
        Answer(attempt =>
        {
            if (attempt == 1)
            {
                first.Kill();
            }

            return DeliveryAttempt.Delivered();
        });
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal((DeliveryState.Pending, 0, null), Read(delivery));

        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal([delivery.Id, delivery.Id], _attempts.Select(a => a.Delivery));
        Assert.Equal((DeliveryState.Delivered, 1, null), Read(delivery));
    }

    [Fact]
    public void Wake_WhileAsleep_DeliversAtOnce()
    {
        var (_, worker) = Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        var delivery = Save();
        worker.Wake();
        worker.Wake();
        _world.RunUntilIdle();
        Assert.Equal([(delivery.Id, TimeSpan.FromSeconds(1))], _attempts);
    }

    [Fact]
    public void RunAsync_NobodyWakesIt_LooksEveryFiveSeconds()
    {
        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Save();
        _world.RunFor(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(_attempts).At);
    }

    [Fact]
    public void RunAsync_Cancelled_Ends()
    {
        using var stopping = new CancellationTokenSource();
        var host = _world.AddHost();
        var worker = Worker(host.Runtime);
        var running = host.Start(() => worker.RunAsync(stopping.Token));
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.False(running.IsCompleted);
        stopping.Cancel();
        _world.RunUntilIdle();
        Assert.True(running.IsCompletedSuccessfully);
    }

    [Fact]
    public void RunAsync_ServerHangs_OthersAreDeliveredAndTheAttemptEndsInTime()
    {
        var hanging = Save();
        _channel.Hang = notification => notification.Delivery.Id == hanging.Id;
        var others = Enumerable.Range(0, 20).Select(_ => Save()).ToList();
        Start();
        _world.RunFor(TimeSpan.FromSeconds(1));
        Assert.All(others, other => Assert.Equal(DeliveryState.Delivered, Read(other).State));
        _world.RunFor(DeliveryRunner.AttemptTime);
        var (state, attempts, error) = Read(hanging);
        Assert.Equal((DeliveryState.Pending, 1), (state, attempts));
        Assert.Contains("within 120 s", error, StringComparison.Ordinal);
    }

    [Fact]
    public void RunAsync_PermanentError_TellsThePersonToTellAtOnce()
    {
        _escalateTo = "supervisor@office.example";
        var delivery = Save();
        _channel.Answer = notification => notification.Delivery.Recipient == _escalateTo ? DeliveryAttempt.Delivered() : DeliveryAttempt.Failed("550 no such user");
        Start();
        _world.RunFor(TimeSpan.FromSeconds(10));
        var deliveries = ReadAll(delivery);
        Assert.Equal([(DeliveryState.Failed, "anna@fox.example"), (DeliveryState.Delivered, _escalateTo)], deliveries.Select(d => (d.State, d.Recipient)));
        Assert.NotNull(deliveries[0].EscalatedAt);
        Assert.True(deliveries[1].Id.IsEscalation);
    }

    [Fact]
    public void RunAsync_ServerAway_TellsThePersonToTellWithinFifteenMinutesAndOnce()
    {
        _escalateTo = "supervisor@office.example";
        var delivery = Save();
        _channel.Answer = notification => notification.Delivery.Recipient == _escalateTo ? DeliveryAttempt.Delivered() : DeliveryAttempt.RetryLater("451 later");
        Start();
        _world.RunFor(DeliveryRule.EscalateWithin);
        Assert.Equal(DeliveryState.Delivered, ReadAll(delivery)[1].State);
        _world.RunFor(TimeSpan.FromHours(10));
        var deliveries = ReadAll(delivery);
        Assert.Equal(2, deliveries.Count);
        Assert.Equal((DeliveryState.Pending, 1), (deliveries[0].State, deliveries[1].Attempts));
    }

    [Fact]
    public void RunAsync_NoRecipient_IsOnTheWorkListAtOnce()
    {
        var delivery = Save(recipient: "");
        Start();
        _world.RunFor(TimeSpan.FromSeconds(10));
        var (state, _, error) = Read(delivery);
        Assert.Equal(DeliveryState.Failed, state);
        Assert.Contains("has an address", error, StringComparison.Ordinal);
        Assert.Empty(_attempts);
    }

    [Fact]
    public void RunAsync_Attempts_AreRecordedOneByOne()
    {
        var delivery = Save();
        Answer(attempt => attempt < 3 ? DeliveryAttempt.RetryLater($"451 later {attempt}") : DeliveryAttempt.Delivered("250 ok"));
        Start();
        _world.RunFor(TimeSpan.FromHours(1));
        var attempts = _world.Run(() => _journal.Outbox.ReadAttemptsAsync(delivery.Id, CancellationToken.None));
        Assert.Equal([(1, "451 later 1"), (2, "451 later 2"), (3, "250 ok")], attempts.Select(a => (a.Number, a.Attempt.Detail)));
    }

    private (SimulatedHost Host, OutboxWorker Worker) Start()
    {
        var host = _world.AddHost();
        var worker = Worker(host.Runtime);
        _ = host.Start(() => worker.RunAsync(CancellationToken.None));
        return (host, worker);
    }

    private OutboxWorker Worker(OfficeRuntime runtime)
    {
        var options = new OfficeOptions { EscalateTo = _escalateTo };
        var runner = new DeliveryRunner(
            _journal.Outbox, new InMemoryRecordingStore(), [_channel], runtime, options, new OfficeEvents(), new OfficeInstruments(), new Logger<DeliveryRunner>(_errors));
        return new OutboxWorker(_journal.Outbox, runner, runtime, new Logger<OutboxWorker>(_errors));
    }

    /// <summary>Sets what the channel answers to the n-th attempt, from 1, and keeps when it came.</summary>
    private void Answer(Func<int, DeliveryAttempt> answer) => _channel.Answer = notification =>
    {
        _attempts.Add((notification.Delivery.Id, _world.Clock.Elapsed));
        return answer(_attempts.Count);
    };

    private MessageDelivery Save(string channel = "email", string recipient = "anna@fox.example")
    {
        var now = _world.Clock.GetUtcNow();
        var call = new CallId(_world.Runtime.Ids.NewId());
        var message = new Message
        {
            Id = new MessageId(_world.Runtime.Ids.NewId()),
            Call = call,
            Kind = MessageKind.Operator,
            Company = Fox,
            CompanyName = "Fox Travel",
            Caller = CallerId.Withheld,
            Dialled = "+78124540001",
            ReceivedAt = now,
        };
        var delivery = new MessageDelivery(new DeliveryId(message.Id, 1), call, Fox, channel, recipient, DeliveryState.Pending, 0, now, null) { CreatedAt = now };
        var received = new CallReceived(now, new LegId("simulated", "caller"), "incarnation", "+78124540001", CallerId.Withheld);
        _world.Run(() => _journal.AppendAsync(new JournalAppend(call, 0, [received, new MessageTaken(now, message)], [delivery]), CancellationToken.None));
        return delivery;
    }

    private IReadOnlyList<MessageDelivery> ReadAll(MessageDelivery delivery) => _world.Run(() => _journal.Outbox.ReadAsync(delivery.Call, CancellationToken.None));

    private (DeliveryState State, int Attempts, string? Error) Read(MessageDelivery delivery)
    {
        var read = Assert.Single(_world.Run(() => _journal.Outbox.ReadAsync(delivery.Call, CancellationToken.None)));
        return (read.State, read.Attempts, read.LastError);
    }
}
