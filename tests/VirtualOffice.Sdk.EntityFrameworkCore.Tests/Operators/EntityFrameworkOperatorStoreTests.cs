using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class EntityFrameworkOperatorStoreTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task SaveAsync_AnotherWish_ReplacesTheLastAndIsReadByAnotherHost()
    {
        var host = await _database.StartHostAsync();
        var olga = new OperatorWish(OperatorId.Parse("olga"), OperatorPresence.Break, "обед", Samples.At.AddTicks(7));
        var boris = new OperatorWish(OperatorId.Parse("boris"), OperatorPresence.Available, null, Samples.At);
        await host.Operators.SaveAsync(olga with { Presence = OperatorPresence.Available, Reason = null }, Cancel);

        await host.Operators.SaveAsync(boris, Cancel);
        await host.Operators.SaveAsync(olga, Cancel);

        var other = await _database.StartHostAsync();
        Assert.Equal([boris, olga], await other.Operators.ReadAllAsync(Cancel));
    }

    [Fact]
    public async Task ReadAllAsync_NobodyWished_IsEmpty()
    {
        var host = await _database.StartHostAsync();

        Assert.Empty(await host.Operators.ReadAllAsync(Cancel));
    }
}
