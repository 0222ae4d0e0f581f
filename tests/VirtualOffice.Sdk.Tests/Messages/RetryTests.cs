using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Messages that were given up, tried again by a person.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new(configure: options => options.WaitLimit = 10 * Second);

    [Fact]
    public void Retry_DeliveryGivenUp_IsToldAndDelivered()
    {
        _office.Mail.Answer = _ => DeliveryAttempt.Failed("550 no such user");
        _office.StartHost();
        var told = new List<DeliveryState>();
        _ = _office.Host!.Start(async () =>
        {
            await foreach (var e in _office.Office.Events.ReadAllAsync())
            {
                told.AddRange(e is MessageDeliveryChanged { Delivery.Id.IsEscalation: false } changed ? [changed.Delivery.State] : []);
            }
        });
        _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Message = 8 * Second });
        var call = _office.RunUntilClosed();
        _office.World.RunUntil(() => told.Contains(DeliveryState.Failed), TimeSpan.FromMinutes(1));

        _office.Mail.Answer = _ => DeliveryAttempt.Delivered("250 ok");
        var delivery = _office.World.Run(() => _office.Office.Messages.ListDeliveriesAsync(call.Id))[0];
        Assert.True(_office.World.Run(() => _office.Office.Messages.RetryAsync(delivery.Id)));

        _office.World.RunUntil(() => told.Contains(DeliveryState.Delivered), TimeSpan.FromMinutes(1));
        Assert.Equal([DeliveryState.Failed, DeliveryState.Pending, DeliveryState.Delivered], told);
        Assert.False(_office.World.Run(() => _office.Office.Messages.RetryAsync(new DeliveryId(new MessageId(Guid.NewGuid()), 1))));
    }
}
