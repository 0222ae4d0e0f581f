using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace VirtualOffice.Sdk.Asterisk.Tests.Ari;

/// <summary>Answers requests as a test says, and keeps them.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>What is answered to a request, written <c>GET channels/1</c>; 204 by default.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));

    public IReadOnlyList<string> Requests => [.. _requests];

    public string? Authorization { get; private set; }

    public static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Authorization = request.Headers.Authorization?.ToString();
        var path = request.RequestUri!.PathAndQuery;
        var text = $"{request.Method} {path[(path.IndexOf("/ari/", StringComparison.Ordinal) + 5)..]}";
        _requests.Enqueue(text);
        return Answer(text, cancellationToken);
    }
}
