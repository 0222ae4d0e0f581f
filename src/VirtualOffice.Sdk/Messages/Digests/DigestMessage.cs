using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Digests;

/// <summary>Sums messages up in one.</summary>
internal static class DigestMessage
{
    private const int MaxMessages = 500;
    private const int MaxText = 1000;

    /// <summary>A summary; its id follows from what it is a summary of, so that one that is sent twice can be told.</summary>
    public static Message Of(CompanyDefinition company, string key, IReadOnlyList<Message> messages, DateTimeOffset end)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {end.UtcTicks.ToString(CultureInfo.InvariantCulture)}"));
        List<MessageField> fields = [.. messages.Take(MaxMessages).Select(m => FieldOf(m, company.TimeZone))];
        if (messages.Count > MaxMessages)
        {
            fields.Add(new MessageField("More", $"{messages.Count - MaxMessages} further messages"));
        }

        return new Message
        {
            Id = new MessageId(new Guid(hash.AsSpan(0, 16))),
            Call = new CallId(Guid.Empty),
            Kind = MessageKind.Summary,
            Company = company.Id,
            CompanyName = company.Name,
            Caller = CallerId.Withheld,
            Dialled = "",
            ReceivedAt = TimeZoneInfo.ConvertTime(end, company.TimeZone),
            Fields = fields,
        };
    }

    private static MessageField FieldOf(Message message, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(message.ReceivedAt, zone).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
        var urgent = message.Urgency == MessageUrgency.Urgent ? "URGENT. " : "";
        var corrected = message.Corrects is null ? "" : "CORRECTED. ";
        var to = message.EmployeeName is { } name ? $"For {name}. " : "";
        var text = message.Kind == MessageKind.Voice ? "Voice message." : string.Join("; ", message.Fields.Select(f => $"{f.Name}: {f.Value}"));
        var value = $"{urgent}{corrected}{to}From {message.Caller}. {text}";
        return new MessageField(at, value.Length > MaxText ? $"{value[..MaxText]}…" : value);
    }
}
