using System.Net.Http.Headers;
using System.Text;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>Sends messages as texts through a gateway that speaks HTTP.</summary>
internal sealed class SmsGatewayChannel(string name, SmsGatewayOptions options, HttpMessageHandler handler, TimeProvider clock) : INotificationChannel, IDisposable
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    private readonly HttpSender _sender = new(handler, options.Timeout, clock);

    public string Name => name;

    public static bool IsJson(SmsGatewayOptions options) => string.Equals(options.ContentType, Json, StringComparison.OrdinalIgnoreCase);

    public static bool IsForm(SmsGatewayOptions options) => string.Equals(options.ContentType, Form, StringComparison.OrdinalIgnoreCase);

    public NotificationPreview? Preview(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return new NotificationPreview(null, SmsText.Of(notification, options.MaxLength));
    }

    public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (!PhoneNumber.TryParse(notification.Delivery.Recipient, out var number))
        {
            return Task.FromResult(DeliveryAttempt.Failed("The recipient is no phone number in international form, such as +78124540001."));
        }

        var (to, text, id) = ($"+{number.Digits}", SmsText.Of(notification, options.MaxLength), notification.Delivery.Id.ToString());
        var url = new Uri(SmsTemplate.Fill(options.Url, to, text, id, SmsTemplate.ForUrl));
        var request = new HttpRequestMessage(new HttpMethod(options.Method), url);
        if (options.Body is { } body)
        {
            var filled = SmsTemplate.Fill(body, to, text, id, IsJson(options) ? SmsTemplate.ForJson : SmsTemplate.ForUrl);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(filled)) { Headers = { ContentType = new MediaTypeHeaderValue(options.ContentType) } };
        }

        foreach (var (header, value) in options.Headers)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return _sender.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _sender.Dispose();
}
