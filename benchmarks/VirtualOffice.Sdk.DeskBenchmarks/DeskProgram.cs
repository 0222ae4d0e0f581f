using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>An operator's desk without a screen: it signs in, opens its session, listens to the hub, and reads what it is told has changed, as the page does.</summary>
internal sealed class DeskProgram : IAsyncDisposable
{
    private readonly string _operator;
    private readonly HttpClient _http;
    private readonly HubConnection _hub;
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly ConcurrentDictionary<string, (bool IsReading, bool Again)> _readers = new();
    private readonly HttpMessageInvoker _invoker;
    private long _bytes;
    private long _requests;
    private string? _token;

    public DeskProgram(Uri url, string op)
    {
        _operator = op;
        var handler = CountedStream.Handler(n => Interlocked.Add(ref _bytes, n));
        _invoker = new HttpMessageInvoker(CountedStream.Handler(n => Interlocked.Add(ref _bytes, n)));
        _http = new HttpClient(handler) { BaseAddress = new Uri(url, "/desk/"), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Add(PersonSignIn.Name, op);
        _hub = new HubConnectionBuilder().WithUrl(new Uri(url, "/desk/hub"), HttpTransportType.WebSockets, options =>
        {
            options.Headers[PersonSignIn.Name] = op;
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, cancellationToken) =>
            {
                var socket = new ClientWebSocket();
                socket.Options.SetRequestHeader(PersonSignIn.Name, op);
                await socket.ConnectAsync(context.Uri, _invoker, cancellationToken);
                return socket;
            };
        }).WithAutomaticReconnect(new Backoff()).Build();
        _hub.On<string, long>("changed", (topic, _) => Changed(topic));
        _hub.On("renew", () => { _ = _hub.SendAsync("Renew", Epoch); });
        _hub.Reconnected += _ => JoinAsync();
    }

    /// <summary>The times from an offer to its arrival here, in milliseconds.</summary>
    public ConcurrentQueue<double> Pops { get; } = new();

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Requests => Interlocked.Read(ref _requests);

    public long Epoch { get; private set; }

    /// <summary>When the desk had its snapshot again after the last time it joined.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    public async Task OpenAsync()
    {
        await TakeOverAsync();
        await _hub.StartAsync();
        await JoinAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _http.Dispose();
        _invoker.Dispose();
    }

    private async Task JoinAsync()
    {
        // The host that comes back has other sessions and another key for the page's token.
        if (!await _hub.InvokeAsync<bool>("Attach", Epoch))
        {
            await TakeOverAsync();
            await _hub.InvokeAsync<bool>("Attach", Epoch);
        }

        await Task.WhenAll(ReadAsync("desk"), ReadAsync("desk/work"), ReadAsync("desk/today?offsetMinutes=0"));
        JoinedAt = DateTimeOffset.UtcNow;
    }

    private async Task TakeOverAsync()
    {
        for (var isNew = _token is null; ; isNew = true)
        {
            if (isNew)
            {
                _token = (await _http.GetFromJsonAsync<JsonObject>("api/me"))!["token"]!.GetValue<string>();
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, "api/desk/session") { Headers = { { "RequestVerificationToken", _token } } };
            using var response = await _http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                Epoch = (await response.Content.ReadFromJsonAsync<JsonObject>())!["epoch"]!.GetValue<long>();
                return;
            }

            if (isNew)
            {
                response.EnsureSuccessStatusCode();
            }
        }
    }

    private void Changed(string topic)
    {
        if (topic == $"operator:{_operator}")
        {
            Again("desk");
        }
        else if (topic is "queues" or "work")
        {
            Again($"desk/{topic}");
        }
    }

    /// <summary>One request at a time, and one more when it changed meanwhile.</summary>
    private void Again(string path)
    {
        var was = (IsReading: false, Again: false);
        _readers.AddOrUpdate(path, _ => (true, false), (_, state) => { was = state; return (true, state.IsReading); });
        if (!was.IsReading)
        {
            _ = ReadUntilStillAsync(path);
        }
    }

    private async Task ReadUntilStillAsync(string path)
    {
        while (true)
        {
            try
            {
                await ReadAsync(path);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The office is away; what it has is read when the hub is back.
            }

            if (_readers.TryUpdate(path, (false, false), (true, false)))
            {
                return;
            }

            _readers[path] = (true, false);
        }
    }

    private async Task ReadAsync(string path)
    {
        Interlocked.Increment(ref _requests);
        var answer = await _http.GetFromJsonAsync<JsonNode>("api/" + path);
        if (path == "desk" && answer!["call"] is { } call && call["offer"] is { } offer && _seen.TryAdd(call["id"]!.GetValue<string>(), true))
        {
            Pops.Enqueue((DateTimeOffset.UtcNow - offer["at"]!.GetValue<DateTimeOffset>()).TotalMilliseconds);
        }
    }

    /// <summary>As the page waits between its attempts.</summary>
    private sealed class Backoff : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromMilliseconds(Math.Min(5000, 300 * Math.Pow(2, retryContext.PreviousRetryCount)));
    }
}
