using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Email.Tests;

/// <summary>Messages to be delivered.</summary>
public static class Samples
{
    public static readonly DeliveryId Delivery = new(MessageId.Parse("0195600000007000800000000000000b"), 2);

    public static Message Message(string? callerName = "Ivan Petrov", params MessageField[] fields) => new()
    {
        Id = Delivery.Message,
        Call = CallId.Parse("0195600000007000800000000000000a"),
        Kind = MessageKind.Operator,
        Company = CompanyId.Parse("fox-travel"),
        CompanyName = "Fox Travel",
        Employee = EmployeeId.Parse("anna"),
        EmployeeName = "Anna Petrova",
        Caller = new CallerId("+79215550101", PhoneNumber.Parse("+79215550101"), callerName),
        Dialled = "+78124540001",
        ReceivedAt = new DateTimeOffset(2026, 3, 4, 8, 6, 7, TimeSpan.FromHours(3)),
        Fields = fields.Length > 0 ? fields : [new MessageField("Name", "Ivan"), new MessageField("Purpose", "a tour"), new MessageField("Text", "Call back.\nThank you.")],
    };

    public static Message VoiceMessage() => Message(fields: new MessageField("Note", "spoken")) with
    {
        Kind = MessageKind.Voice,
        Employee = null,
        EmployeeName = null,
        Recording = RecordingId.Parse("vm-1"),
    };

    public static Notification Notification(Message? message = null, string recipient = "anna@fox.example", byte[]? wav = null, bool missing = false)
    {
        message ??= Message();
        var delivery = new MessageDelivery(
            Delivery, message.Call, message.Company, "email", recipient, DeliveryState.Pending, 0, message.ReceivedAt.ToUniversalTime(), null);
        return new Notification(delivery, message, wav is null && !missing ? null : _ => Task.FromResult<Stream?>(missing ? null : new MemoryStream(wav!)));
    }
}
