using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages.Http;

/// <summary>Notifications to try channels with.</summary>
internal static class HttpNotifications
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Notification New(string recipient, params MessageField[] fields)
    {
        var message = new Message
        {
            Id = MessageId.Parse("0198c0de00007000800000000000abcd"),
            Call = new CallId(Guid.Parse("0198c0de-0000-7000-8000-000000000001")),
            Kind = MessageKind.Operator,
            Company = CompanyId.Parse("fox-travel"),
            CompanyName = "Fox Travel",
            EmployeeName = "Anna",
            Caller = CallerId.Clean("+15550001", null),
            Dialled = "+78124540001",
            ReceivedAt = Noon,
            Fields = fields,
        };
        return new Notification(
            new MessageDelivery(new DeliveryId(message.Id, 1), message.Call, message.Company, "x", recipient, DeliveryState.Pending, 0, Noon, null) { CreatedAt = Noon },
            message,
            null);
    }
}
