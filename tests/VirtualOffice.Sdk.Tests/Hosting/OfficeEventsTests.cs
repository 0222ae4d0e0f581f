namespace VirtualOffice.Sdk.Tests.Hosting;

public sealed class OfficeEventsTests
{
    private const int Capacity = 10_000;

    private readonly OfficeEvents _events = new();

    [Fact]
    public async Task ReadAllAsync_SubscribesAtTheCall()
    {
        var all = _events.ReadAllAsync(TestContext.Current.CancellationToken);
        Publish(1, 3);
        Assert.Equal([1, 2, 3], await ReadAsync(all, 3));
    }

    [Fact]
    public async Task Publish_TwoReaders_EachHasAll()
    {
        var first = _events.ReadAllAsync(TestContext.Current.CancellationToken);
        var second = _events.ReadAllAsync(TestContext.Current.CancellationToken);
        Publish(1, 2);
        Assert.Equal([1, 2], await ReadAsync(first, 2));
        Assert.Equal([1, 2], await ReadAsync(second, 2));
    }

    [Fact]
    public async Task Publish_SlowReader_LosesTheOldestAndIsToldHowMany()
    {
        var all = _events.ReadAllAsync(TestContext.Current.CancellationToken);
        Publish(1, Capacity + 7);
        await using var reader = all.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(new EventsMissed(7), reader.Current);
        for (var number = 8; number <= Capacity + 7; number++)
        {
            Assert.True(await reader.MoveNextAsync());
            Assert.Equal(Event(number), reader.Current);
        }
    }

    [Fact]
    public async Task Publish_SlowReader_DoesNotHoldUpAnother()
    {
        var slow = _events.ReadAllAsync(TestContext.Current.CancellationToken);
        await using var quick = _events.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var number = 1; number <= Capacity + 1; number++)
        {
            _events.Publish(Event(number));
            Assert.True(await quick.MoveNextAsync());
            Assert.Equal(Event(number), quick.Current);
        }

        await using var reader = slow.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(new EventsMissed(1), reader.Current);
    }

    [Fact]
    public async Task ReadAllAsync_Cancelled_Ends()
    {
        using var cancelling = new CancellationTokenSource();
        await using var reader = _events.ReadAllAsync(cancelling.Token).GetAsyncEnumerator(cancelling.Token);
        var next = reader.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private static PbxConnectionChanged Event(int number) => new($"{number}", true, null);

    private static async Task<IReadOnlyList<int>> ReadAsync(IAsyncEnumerable<OfficeEvent> events, int count)
    {
        var numbers = new List<int>();
        await foreach (var officeEvent in events)
        {
            numbers.Add(int.Parse(Assert.IsType<PbxConnectionChanged>(officeEvent).Pbx, System.Globalization.CultureInfo.InvariantCulture));
            if (numbers.Count == count)
            {
                break;
            }
        }

        return numbers;
    }

    private void Publish(int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            _events.Publish(Event(number));
        }
    }
}
