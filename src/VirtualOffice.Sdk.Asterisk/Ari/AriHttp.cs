using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// ARI's requests: each one bounded in time, measured, and its failures put into the office's words. What may be sent twice is tried again when the connection broke.
/// </summary>
internal sealed class AriHttp : IDisposable
{
    private readonly string _pbx;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly AsteriskInstruments _instruments;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _retrying;

    public AriHttp(string pbx, AsteriskOptions options, OfficeRuntime runtime, AsteriskInstruments instruments)
        : this(pbx, options, runtime, instruments, NewHandler(options))
    {
    }

    public AriHttp(string pbx, AsteriskOptions options, OfficeRuntime runtime, AsteriskInstruments instruments, HttpMessageHandler handler)
    {
        (_pbx, _timeout, _clock, _instruments) = (pbx, options.CommandTimeout, runtime.Clock, instruments);
        var address = new AriAddress(options);
        _http = new HttpClient(handler) { BaseAddress = address.Rest, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", address.Authorization);
        _retrying = new ResiliencePipelineBuilder { TimeProvider = runtime.Clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<IOException>().Handle<SocketException>(),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(50),
                UseJitter = true,
                Randomizer = runtime.Random.NextDouble,
            })
            .Build();
    }

    /// <summary>Sends a command that has no second effect when it is sent twice.</summary>
    public Task<AriAnswer> RepeatAsync(HttpMethod method, string command, string path, CancellationToken cancellationToken) =>
        SendAsync(method, command, path, null, ReadAnswerAsync, repeat: true, cancellationToken);

    /// <summary>Sends a command that has no second effect when it is sent twice.</summary>
    public Task<AriAnswer> RepeatAsync<T>(HttpMethod method, string command, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(method, command, path, () => JsonContent.Create(body, type), ReadAnswerAsync, repeat: true, cancellationToken);

    /// <summary>Sends a command once.</summary>
    public Task<AriAnswer> OnceAsync(HttpMethod method, string command, string path, CancellationToken cancellationToken) =>
        SendAsync(method, command, path, null, ReadAnswerAsync, repeat: false, cancellationToken);

    /// <summary>Sends a command once.</summary>
    public Task<AriAnswer> OnceAsync<T>(HttpMethod method, string command, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(method, command, path, () => JsonContent.Create(body, type), ReadAnswerAsync, repeat: false, cancellationToken);

    /// <summary>Reads something; null when it does not exist.</summary>
    public Task<T?> GetAsync<T>(string command, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(HttpMethod.Get, command, path, null, (response, ct) => ReadBodyAsync(response, command, type, ct), repeat: true, cancellationToken);

    /// <summary>Whether something exists.</summary>
    public async Task<bool> ExistsAsync(string command, string path, CancellationToken cancellationToken) =>
        (await RepeatAsync(HttpMethod.Get, command, path, cancellationToken).ConfigureAwait(false)).IsSuccess;

    /// <summary>Opens a file; null when it does not exist. The time is bounded until its first byte, the caller's token bounds the rest.</summary>
    public Task<Stream?> OpenAsync(string command, string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, command, path, null, (response, _) => OpenBodyAsync(response, command), repeat: true, cancellationToken);

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler NewHandler(AsteriskOptions options) => new()
    {
        MaxConnectionsPerServer = options.MaxConnections,
        ConnectTimeout = options.CommandTimeout,

        // Asterisk closes a connection that was quiet for 15 s; being earlier avoids sending into a closed one.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    };

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string command,
        string path,
        Func<HttpContent>? body,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        bool repeat,
        CancellationToken cancellationToken)
    {
        using var activity = _instruments.StartCommand(_pbx, command);
        using var limit = new CancellationTokenSource(_timeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var started = _clock.GetTimestamp();
        var status = 0;
        try
        {
            return repeat
                ? await _retrying.ExecuteAsync(async ct => await TryAsync(ct).ConfigureAwait(false), both.Token).ConfigureAwait(false)
                : await TryAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"did not answer '{command}' within {_timeout.TotalSeconds} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or JsonException)
        {
            throw Unavailable($"could not be reached for '{command}': {e.Message}", e);
        }
        finally
        {
            activity?.SetTag("http.response.status_code", status);
            _instruments.CommandEnded(_pbx, command, _clock.GetElapsedTime(started), status);
        }

        async Task<T> TryAsync(CancellationToken ct)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body?.Invoke() };
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            status = (int)response.StatusCode;
            ThrowIfRefused(response, command);
            return await read(response, ct).ConfigureAwait(false);
        }
    }

    private void ThrowIfRefused(HttpResponseMessage response, string command)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            response.Dispose();
            throw new TelephonyException(
                TelephonyError.AccessDenied,
                $"Asterisk '{_pbx}' refused '{command}' with {(int)response.StatusCode}: check User and Password, and that the user is not read_only in ari.conf.");
        }

        if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
        {
            response.Dispose();
            throw Unavailable($"answered '{command}' with {(int)response.StatusCode}", null);
        }
    }

    private async Task<T?> ReadBodyAsync<T>(HttpResponseMessage response, string command, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using (response)
        {
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false);
            }

            return response.StatusCode == HttpStatusCode.NotFound ? null : throw Refused(command, await ReadAnswerAsync(response, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<Stream?> OpenBodyAsync(HttpResponseMessage response, string command)
    {
        if (response.IsSuccessStatusCode)
        {
            // The stream owns the connection; disposing it gives the connection back.
            return await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        }

        var status = response.StatusCode;
        response.Dispose();
        return status == HttpStatusCode.NotFound ? null : throw Refused(command, new AriAnswer(status, null));
    }

    private static async Task<AriAnswer> ReadAnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode || body.Length == 0)
            {
                return new AriAnswer(response.StatusCode, null);
            }

            try
            {
                var error = JsonSerializer.Deserialize(body, AriJson.Default.AriError);
                return new AriAnswer(response.StatusCode, error?.Message ?? error?.Error);
            }
            catch (JsonException)
            {
                return new AriAnswer(response.StatusCode, null);
            }
        }
    }

    /// <summary>A refusal that is no end of a race: the command itself was wrong.</summary>
    public TelephonyException Refused(string command, AriAnswer answer) => new(
        TelephonyError.Refused,
        $"Asterisk '{_pbx}' refused '{command}' with {(int)answer.Status}: {answer.Message ?? "no reason given"}.");

    private TelephonyException Unavailable(string what, Exception? inner) => new(TelephonyError.Unavailable, $"Asterisk '{_pbx}' {what}.", inner);
}
