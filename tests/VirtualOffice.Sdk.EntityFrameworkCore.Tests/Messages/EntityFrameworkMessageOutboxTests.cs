using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class EntityFrameworkMessageOutboxTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = Samples.At;
    private static readonly DateTimeOffset Until = Now.AddMinutes(5);

    private readonly TestDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ClaimAsync_SeveralDue_GivesTheLongestDueFirstWithTheirMessage()
    {
        var host = await _database.StartHostAsync();
        var message = await TakeAsync(host, Now.AddSeconds(-1), Now.AddSeconds(-3), Now.AddSeconds(1), Now.AddSeconds(-2));

        var claimed = await host.Outbox.ClaimAsync(2, Now, Until, Cancel);
        var rest = await host.Outbox.ClaimAsync(10, Now, Until, Cancel);

        Assert.Equal([2, 4], claimed.Select(c => c.Delivery.Id.Number));
        Assert.Equal([1], rest.Select(c => c.Delivery.Id.Number));
        Assert.All(claimed.Concat(rest), c => Samples.AssertEqual(message, c.Message));
        Assert.Equal(Samples.Delivery(message, 2, Now.AddSeconds(-3)), claimed[0].Delivery);
    }

    [Fact]
    public async Task ClaimAsync_ClaimNotSettled_IsFreeAtItsEndAndNotBefore()
    {
        var host = await _database.StartHostAsync();
        await TakeAsync(host, Now);

        Assert.Single(await host.Outbox.ClaimAsync(1, Now, Until, Cancel));
        Assert.Empty(await host.Outbox.ClaimAsync(1, Until.AddTicks(-1), Until.AddMinutes(5), Cancel));
        Assert.Single(await host.Outbox.ClaimAsync(1, Until, Until.AddMinutes(5), Cancel));
    }

    [Fact]
    public async Task ClaimAsync_TwoHostsAtOnce_NoDeliveryIsClaimedTwice()
    {
        const int Deliveries = 200;
        var hosts = new[] { await _database.StartHostAsync(), await _database.StartHostAsync() };
        await TakeAsync(hosts[0], [.. Enumerable.Repeat(Now, Deliveries)]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => hosts[i % 2].Outbox.ClaimAsync(7, Now, Until, Cancel), Cancel)));

        var ids = claims.SelectMany(c => c).Select(c => c.Delivery.Id).ToList();
        Assert.Equal(Deliveries, ids.Count);
        Assert.Equal(Deliveries, ids.Distinct().Count());
    }

    [Fact]
    public async Task SettleAsync_RetryLater_IsDueAgainThenWithItsErrorAndAttempts()
    {
        var host = await _database.StartHostAsync();
        await TakeAsync(host, Now);
        var claim = Assert.Single(await host.Outbox.ClaimAsync(1, Now, Until, Cancel));
        var retry = claim.Delivery with { Attempts = 1, DueAt = Now.AddSeconds(30), LastError = "450 busy" };

        await host.Outbox.SettleAsync(new DeliverySettlement(retry, null, Now), Cancel);

        Assert.Empty(await host.Outbox.ClaimAsync(1, Now.AddSeconds(29), Until, Cancel));
        Assert.Equal(retry, Assert.Single(await host.Outbox.ClaimAsync(1, Now.AddSeconds(30), Until, Cancel)).Delivery);
    }

    [Theory]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Failed)]
    public async Task SettleAsync_DeliveredOrFailed_IsNeverClaimedOrChangedAgain(DeliveryState state)
    {
        var host = await _database.StartHostAsync();
        var message = await TakeAsync(host, Now);
        var claim = Assert.Single(await host.Outbox.ClaimAsync(1, Now, Until, Cancel));
        var settled = claim.Delivery with { State = state, Attempts = 1, LastError = state == DeliveryState.Failed ? "550 no such user" : null };

        await host.Outbox.SettleAsync(new DeliverySettlement(settled, null, Now), Cancel);
        await host.Outbox.SettleAsync(new DeliverySettlement(claim.Delivery with { Attempts = 9, LastError = "late" }, null, Now), Cancel);

        Assert.Empty(await host.Outbox.ClaimAsync(1, Until.AddDays(1), Until.AddDays(2), Cancel));
        Assert.Equal([settled], await host.Outbox.ReadAsync(message.Call, Cancel));
    }

    [Fact]
    public async Task ReadAsync_SeveralMessages_IsOrderedByMessageAndRecipient()
    {
        var host = await _database.StartHostAsync();
        var call = Samples.NewCall();
        var (first, second) = (Samples.Message(call), Samples.Message(call));
        MessageDelivery[] deliveries = [Samples.Delivery(first, 1, Now), Samples.Delivery(first, 2, Now), Samples.Delivery(second, 1, Now)];
        await host.Journal.AppendAsync(
            new JournalAppend(call, 0, [Samples.Received(), new MessageTaken(Now, second), new MessageTaken(Now, first)], [deliveries[2], deliveries[1], deliveries[0]]), Cancel);
        await TakeAsync(host, Now);

        Assert.Equal(deliveries, await host.Outbox.ReadAsync(call, Cancel));
        Assert.Empty(await host.Outbox.ReadAsync(Samples.NewCall(), Cancel));
    }

    [Fact]
    public async Task ClaimAsync_MessageThatCannotBeRead_DoesNotHoldUpTheOthers()
    {
        var host = await _database.StartHostAsync();
        var bad = await TakeAsync(host, Now.AddSeconds(-10));
        var good = await TakeAsync(host, Now);
        await _database.ExecuteAsync($"""UPDATE "Messages" SET "Json" = '{"{"}' WHERE "Id" = '{bad.Id}'""");

        Assert.Equal([good.Id], (await host.Outbox.ClaimAsync(10, Now, Until, Cancel)).Select(c => c.Message.Id));
    }

    private static async Task<Message> TakeAsync(TestHost host, params DateTimeOffset[] dues)
    {
        var call = Samples.NewCall();
        var message = Samples.Message(call);
        var deliveries = dues.Select((due, i) => Samples.Delivery(message, i + 1, due)).ToList();
        await host.Journal.AppendAsync(new JournalAppend(call, 0, [Samples.Received(), new MessageTaken(Now, message)], deliveries), Cancel);
        return message;
    }
}
