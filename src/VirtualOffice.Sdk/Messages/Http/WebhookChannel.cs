using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>Posts messages as signed JSON. The body of a delivery is the same in every attempt, and so is the id by which the other side knows it again.</summary>
internal sealed class WebhookChannel(string name, WebhookOptions options, HttpMessageHandler handler, TimeProvider clock) : INotificationChannel, IDisposable
{
    private readonly HttpSender _sender = new(handler, options.Timeout, clock);

    public string Name => name;

    public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var body = BodyOf(notification);
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(WebhookSignature.DeliveryHeader, notification.Delivery.Id.ToString());
        request.Headers.Add(WebhookSignature.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(options.Secret, seconds, body));
        return _sender.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _sender.Dispose();

    private static byte[] BodyOf(Notification notification)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        var delivery = notification.Delivery;
        json.WriteStartObject();
        json.WriteStartObject("delivery");
        json.WriteString("id", delivery.Id.ToString());
        json.WriteString("channel", delivery.Channel);
        json.WriteString("recipient", delivery.Recipient);
        json.WriteString("createdAt", delivery.CreatedAt);
        json.WriteBoolean("isEscalation", delivery.Id.IsEscalation);
        if (notification.RecordingLink is { } recording)
        {
            json.WriteString("recordingLink", recording.AbsoluteUri);
        }

        json.WriteEndObject();
        json.WritePropertyName("message");
        json.WriteRawValue(OfficeJson.Write(notification.Message));
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
