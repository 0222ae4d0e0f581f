using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Messages.Http;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Events;

/// <summary>Posts events to one address, a batch at a time and in order, until each batch is taken.</summary>
internal sealed partial class EventWebhook(
    string name, EventWebhookOptions options, HttpMessageHandler handler, EventLog log, OfficeEvents events, OfficeInstruments instruments, TimeProvider clock, ILogger<EventWebhook> logger) : IDisposable
{
    private const int LongestPause = 60;

    private static readonly TimeSpan AlarmAfter = TimeSpan.FromMinutes(1);

    private readonly HttpSender _sender = new(handler, options.Timeout, clock);
    private readonly TenantScope _scope = options.Company is { } company ? TenantScope.Of(company) : TenantScope.Office;

    public string Name => name;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var position = log.PositionOf(null);
        while (!cancellationToken.IsCancellationRequested)
        {
            var (batch, next, more) = log.Take(position, _scope);
            EventEntry[] wanted = [.. batch.Where(IsWanted)];
            if (wanted.Length > 0)
            {
                await PostAsync(wanted, cancellationToken);
            }

            position = next;
            await more.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _sender.Dispose();

    private bool IsWanted(EventEntry entry) => options.Types.Count == 0 || entry.Type == IEventLog.MissedType
        || options.Types.Any(t => t == entry.Type || (t.EndsWith(".*", StringComparison.Ordinal) && entry.Type.AsSpan().StartsWith(t.AsSpan(0, t.Length - 1), StringComparison.Ordinal)));

    private async Task PostAsync(EventEntry[] batch, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"events\":[{string.Join(',', batch.Select(e => e.Json))}]}}");
        var (since, pause, isAlarmed) = (clock.GetTimestamp(), 1, false);
        while (true)
        {
            var attempt = await _sender.SendAsync(RequestOf(batch[^1].Id, body), cancellationToken);
            instruments.Posted(name, attempt.Outcome);
            if (attempt.Outcome == DeliveryOutcome.Delivered)
            {
                if (isAlarmed)
                {
                    LogRecovered(logger, name);
                    events.Publish(new WebhookAlarm(name, null));
                }

                return;
            }

            LogRefused(logger, name, batch.Length, attempt.Detail ?? "");
            if (!isAlarmed && clock.GetElapsedTime(since) >= AlarmAfter)
            {
                isAlarmed = true;
                LogAlarm(logger, name, attempt.Detail ?? "");
                events.Publish(new WebhookAlarm(name, attempt.Detail ?? "It does not answer."));
            }

            await Task.Delay(TimeSpan.FromSeconds(pause), clock, cancellationToken);
            pause = Math.Min(2 * pause, LongestPause);
        }
    }

    private HttpRequestMessage RequestOf(string delivery, byte[] body)
    {
        var seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(WebhookSignature.DeliveryHeader, delivery);
        request.Headers.Add(WebhookSignature.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(options.Secret, seconds, body));
        return request;
    }

    [LoggerMessage(1070, LogLevel.Warning, "Event webhook {Name}: {Count} events were not taken, and are posted again: {Reason}")]
    private static partial void LogRefused(ILogger logger, string name, int count, string reason);

    [LoggerMessage(1071, LogLevel.Critical, "Event webhook {Name} takes nothing for a minute and longer: {Reason}. Its events wait; of more than 10,000 the oldest are lost")]
    private static partial void LogAlarm(ILogger logger, string name, string reason);

    [LoggerMessage(1072, LogLevel.Information, "Event webhook {Name} takes events again")]
    private static partial void LogRecovered(ILogger logger, string name);
}
