using System.Net;
using System.Net.Http.Headers;
using System.Text;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>ARI without the adapter: looks behind its back, and does what another program at the PBX would do.</summary>
internal sealed class AriProbe : IDisposable
{
    private readonly HttpClient _http;

    public AriProbe(AsteriskServer server)
    {
        _http = new HttpClient { BaseAddress = server.Url };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.User}:{server.Password}")));
    }

    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> PostAsync(string path)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task PutAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
