using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace VirtualOffice.Sdk.Asterisk.Tests.Connecting;

/// <summary>As much of Asterisk's HTTP server as connecting needs, for what the real one cannot be made to do.</summary>
internal sealed class FakeAri : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _accepting;
    private TaskCompletionSource<WebSocket> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeAri()
    {
        (_listener, Url) = Listen();
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    public string Version { get; set; } = "22.10.1";

    /// <summary>What is answered to whoever asks for a channel; with 200 goes an object that has nothing in it.</summary>
    public int Channels { get; set; } = 404;

    /// <summary>Whether an event that is asked for is sent, as Asterisk does but for a mistake.</summary>
    public bool SendsEvents { get; set; } = true;

    /// <summary>How often the events were opened.</summary>
    public int Connects { get; private set; }

    public async Task SendAsync(byte[] message)
    {
        var socket = await _connected.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _accepting;
        if (_connected.Task.IsCompletedSuccessfully)
        {
            _connected.Task.Result.Dispose();
        }
    }

    /// <summary>On a free port; another is looked for when somebody takes it in the moment between.</summary>
    private static (HttpListener Listener, Uri Url) Listen()
    {
        for (var tries = 1; ; tries++)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            free.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(url.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (tries < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException or WebSocketException)
            {
                // Closed by the test, or by the provider.
            }
        }
    }

    private static async Task AnswerPingsAsync(WebSocket socket)
    {
        try
        {
            // Pings are answered while somebody reads.
            await socket.ReceiveAsync(new byte[1], CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or HttpListenerException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed by the test, or by the provider.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (context.Request.IsWebSocketRequest)
        {
            var socket = (await context.AcceptWebSocketAsync(null)).WebSocket;
            Connects++;
            if (_connected.Task.IsCompleted)
            {
                _connected = new TaskCompletionSource<WebSocket>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _connected.SetResult(socket);
            _ = AnswerPingsAsync(socket);
            return;
        }

        if (SendsEvents && context.Request.Url!.AbsolutePath.StartsWith("/ari/events/user/", StringComparison.Ordinal))
        {
            await SendAsync("""{"type":"ChannelUserevent","eventname":"voffice-hears","userevent":{}}""");
        }

        var body = context.Request.Url!.AbsolutePath switch
        {
            "/ari/asterisk/info" => $$"""{"system":{"version":"{{Version}}" },"status":{"startup_time":"2026-01-01"} }""",
            "/ari/applications/voffice" => """{"name":"voffice","channel_ids":[]}""",
            "/ari/bridges" => "[]",
            _ => "{}",
        };
        if (context.Request.Url.AbsolutePath.StartsWith("/ari/channels/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = Channels;
        }

        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }
}
