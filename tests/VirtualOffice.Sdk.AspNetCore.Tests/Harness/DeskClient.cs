using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Desk.Harness;

/// <summary>A person's program that talks to the desk's REST interface as the page does.</summary>
internal sealed class DeskClient : IDisposable
{
    private readonly HttpClient _http;
    private string? _token;

    public DeskClient(Uri url, string person)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = url };
        if (person.Length > 0)
        {
            _http.DefaultRequestHeaders.Add(TestSignIn.Name, person);
        }
    }

    public long Epoch { get; private set; }

    public long Version { get; set; }

    public HttpClient Http => _http;

    /// <summary>Opens the operator's desk, as a page that is loaded does.</summary>
    public async Task OpenAsync() => Epoch = (await PostAsync("/desk/api/desk/session"))["epoch"]!.GetValue<long>();

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return await BodyAsync(response);
    }

    public async Task<JsonNode> PostAsync(string path, object? body = null)
    {
        using var response = await SendAsync(HttpMethod.Post, path, body);
        return await BodyAsync(response);
    }

    public async Task<JsonNode> SnapshotAsync()
    {
        var snapshot = await GetAsync("/desk/api/desk");
        Version = snapshot["version"]!.GetValue<long>();
        return snapshot;
    }

    /// <summary>Sends a request with whatever the page sends with it.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("RequestVerificationToken", _token ??= await TokenAsync());
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
            request.Headers.Add("Desk-Epoch", Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Headers.Add("Desk-Version", Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync()
    {
        using var response = await _http.GetAsync(new Uri("/desk/api/me", UriKind.Relative));
        return response.IsSuccessStatusCode ? (await BodyAsync(response))["token"]!.GetValue<string>() : "none";
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? throw new JsonException("null");
    }
}
