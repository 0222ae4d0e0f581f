using Microsoft.Extensions.Time.Testing;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Tests.Dispatching;

namespace VirtualOffice.Sdk.Tests.Operators;

public sealed class OperatorRosterTests
{
    private static readonly OperatorId Olga = OperatorId.Parse("olga");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly OfficeEvents _events = new();
    private readonly InMemoryOperatorStore _store = new();
    private readonly DispatchLog _dispatcher = new();
    private readonly Dictionary<string, OperatorDefinition> _definitions = [];
    private readonly OperatorRoster _roster;

    public OperatorRosterTests()
    {
        _roster = new OperatorRoster(new OfficeRuntime { Clock = _clock, Ids = new CountingIds(), Random = new Random(1) }, _events, new CompanyDirectory());
        _roster.Attach(_dispatcher, _store);
    }

    [Fact]
    public async Task SetPresenceAsync_KeepsTheWishAndTellsTheBoard()
    {
        _roster.Changed(Snapshot("olga"));
        var answer = await _roster.SetPresenceAsync(Olga, OperatorPresence.Break, "lunch", TestContext.Current.CancellationToken);
        Assert.Equal(Snapshot("olga").State, answer.State);
        Assert.Equal([new OperatorWish(Olga, OperatorPresence.Break, "lunch", _clock.GetUtcNow())], await WishesAsync());
        Assert.Equal([new DispatchCommand.SetPresence(Olga, OperatorPresence.Break, "lunch")], _dispatcher.Commands);
    }

    [Fact]
    public async Task SetPresenceAsync_UnknownOperator_IsRefusedAndNothingIsKept()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _roster.SetPresenceAsync(Olga, OperatorPresence.Available, null, TestContext.Current.CancellationToken));
        Assert.Empty(await WishesAsync());
        Assert.Empty(_dispatcher.Commands);
    }

    [Fact]
    public async Task SetPresenceAsync_PresenceThatIsNone_IsRefused()
    {
        _roster.Changed(Snapshot("olga"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _roster.SetPresenceAsync(Olga, (OperatorPresence)99, null, TestContext.Current.CancellationToken));
        Assert.Empty(_dispatcher.Commands);
    }

    [Fact]
    public async Task SetPresenceAsync_Reason_HasAtMostAHundredCharacters()
    {
        _roster.Changed(Snapshot("olga"));
        await _roster.SetPresenceAsync(Olga, OperatorPresence.Break, new string('x', 100), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ArgumentException>(() => _roster.SetPresenceAsync(Olga, OperatorPresence.Break, new string('x', 101), TestContext.Current.CancellationToken));
        Assert.Single(_dispatcher.Commands);
    }

    [Fact]
    public async Task Changed_SameSnapshot_IsPublishedOnce()
    {
        await using var reader = _events.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var (offline, available) = (Snapshot("olga"), Snapshot("olga", OperatorState.Available));
        _roster.Changed(offline);
        _roster.Changed(offline);
        _roster.Changed(available);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(new OperatorChanged(offline), reader.Current);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(new OperatorChanged(available), reader.Current);
        Assert.Equal(available, _roster.Find(Olga));
    }

    [Fact]
    public void List_IsOrderedById()
    {
        _roster.Changed(Snapshot("pavel"));
        _roster.Changed(Snapshot("anna"));
        _roster.Changed(Snapshot("olga"));
        Assert.Equal(["anna", "olga", "pavel"], _roster.List().Select(o => o.Definition.Id.Value));
    }

    private OperatorSnapshot Snapshot(string id, OperatorState state = OperatorState.Offline)
    {
        if (!_definitions.TryGetValue(id, out var definition))
        {
            _definitions.Add(id, definition = new OperatorDefinition(OperatorId.Parse(id), id, DeviceId.Parse(id), [CompanyId.Parse("fox")]));
        }

        return new OperatorSnapshot(definition, state, null, _clock.GetUtcNow(), null);
    }

    private Task<IReadOnlyList<OperatorWish>> WishesAsync() => _store.ReadAllAsync(TestContext.Current.CancellationToken);
}
