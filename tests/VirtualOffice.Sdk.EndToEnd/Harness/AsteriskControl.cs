using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>Looks at what is on the PBX, and clears it away between tests. The product's own adapter is not used.</summary>
internal sealed class AsteriskControl : IDisposable
{
    private const string Sweeper = "sweeper";

    private readonly HttpClient _http;

    public AsteriskControl(Uri ari, string user, string password)
    {
        _http = new HttpClient { BaseAddress = ari };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    public Task<string[]> ChannelsAsync() => IdsAsync("channels", "id");

    public Task<string[]> BridgesAsync() => IdsAsync("bridges", "id");

    public Task<string[]> StoredRecordingsAsync() => IdsAsync("recordings/stored", "name");

    /// <summary>Waits until no channel and no bridge is left.</summary>
    public async Task IsEmptyAsync()
    {
        _ = await Eventually.GetAsync("no channel is left on the PBX", ChannelsAsync, ids => ids.Length == 0);
        _ = await Eventually.GetAsync("no bridge is left on the PBX", BridgesAsync, ids => ids.Length == 0);
    }

    /// <summary>Waits until an application of this name listens.</summary>
    public Task HasApplicationAsync(string name) => Eventually.HoldsAsync($"the PBX has the application {name}", async () =>
    {
        using var response = await _http.GetAsync(new Uri($"applications/{name}", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    });

    /// <summary>Waits until no application listens: a host that was killed is gone for the PBX too. Asterisk forgets one that nobody listens to only when another comes or goes, so another does.</summary>
    public Task HasNoApplicationAsync() => Eventually.GetAsync(
        "no application is left on the PBX",
        async () =>
        {
            var names = (await IdsAsync("applications", "name")).Where(name => name != Sweeper).ToList();
            if (names.Count > 0)
                await ComeAndGoAsync();
            return names;
        },
        names => names.Count == 0);

    /// <summary>Ends everything: what a failed test left must not fail the next one.</summary>
    public async Task ClearAsync()
    {
        foreach (var id in await ChannelsAsync())
            await DeleteAsync($"channels/{Uri.EscapeDataString(id)}");
        await Eventually.HoldsAsync("no channel is left on the PBX", async () => (await ChannelsAsync()).Length == 0);
        foreach (var id in await BridgesAsync())
            await DeleteAsync($"bridges/{Uri.EscapeDataString(id)}");
        foreach (var name in await StoredRecordingsAsync())
            await DeleteAsync($"recordings/stored/{Uri.EscapeDataString(name)}");
    }

    public void Dispose() => _http.Dispose();

    private async Task ComeAndGoAsync()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", _http.DefaultRequestHeaders.Authorization!.ToString());
        var events = new UriBuilder(new Uri(_http.BaseAddress!, $"events?app={Sweeper}")) { Scheme = Uri.UriSchemeWs };
        await socket.ConnectAsync(events.Uri, TestContext.Current.CancellationToken);
    }

    private async Task<string[]> IdsAsync(string path, string field)
    {
        var list = await _http.GetFromJsonAsync<JsonArray>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. list!.Select(item => item![field]!.GetValue<string>())];
    }

    private async Task DeleteAsync(string path)
    {
        using var _ = await _http.DeleteAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
    }
}
