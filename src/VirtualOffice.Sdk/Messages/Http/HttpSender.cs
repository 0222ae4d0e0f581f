using System.Globalization;
using System.Net;
using System.Text;

namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>Sends one request in bounded time and says what became of it: delivered, to be tried again, or refused for good. Safe for concurrent use.</summary>
internal sealed class HttpSender(HttpMessageHandler handler, TimeSpan timeout, TimeProvider clock) : IDisposable
{
    private const int MaxAnswer = 300;

    private readonly HttpClient _client = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler that follows no redirect, because a signed request goes where it was meant to go, and that sees changes of the name service.</summary>
    public static HttpMessageHandler NewHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Sends; disposes the request.</summary>
    public async Task<DeliveryAttempt> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, timeout, Timeout.InfiniteTimeSpan);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Judge(response, response.IsSuccessStatusCode ? "" : await ReadAnswerAsync(response, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return DeliveryAttempt.RetryLater($"There was no answer within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return DeliveryAttempt.RetryLater(e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private static DeliveryAttempt Judge(HttpResponseMessage response, string answer)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        if (response.IsSuccessStatusCode)
        {
            return DeliveryAttempt.Delivered(Clean(status));
        }

        var wish = response.Headers.RetryAfter is { } after ? $" (Retry-After: {after})" : "";
        var detail = Clean(answer.Length == 0 ? status + wish : $"{status}{wish}: {answer}");
        return MayHealItself(response.StatusCode) ? DeliveryAttempt.RetryLater(detail) : DeliveryAttempt.Failed(detail);
    }

    private static bool MayHealItself(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests;

    /// <summary>The beginning of what the other side says of its refusal; a body that breaks off is no other result.</summary>
    private static async Task<string> ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[MaxAnswer];
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    private static string Clean(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
