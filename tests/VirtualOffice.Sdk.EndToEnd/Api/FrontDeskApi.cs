using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>The host's REST API, as any client would use it.</summary>
internal sealed class FrontDeskApi(Uri host) : IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new() { BaseAddress = host, Timeout = TimeSpan.FromMinutes(4) };

    public async Task<Call[]> CallsAsync() => (await GetAsync<CallPage>("api/v1/calls?limit=50")).Calls;

    /// <summary>Every call there is, over all pages.</summary>
    public async Task<Call[]> AllCallsAsync()
    {
        var calls = new List<Call>();
        for (var before = ""; ;)
        {
            var page = await GetAsync<CallPage>($"api/v1/calls?limit=50{before}");
            calls.AddRange(page.Calls);
            if (page.Next is null)
                return [.. calls];
            before = $"&before={page.Next}";
        }
    }

    public Task<Call> CallAsync(string id) => GetAsync<Call>($"api/v1/calls/{id}");

    /// <summary>Callers to be called back, also those who have been.</summary>
    public async Task<Callback[]> CallbacksAsync() => (await GetAsync<CallbackPage>("api/v1/callbacks?limit=500&ended=true")).Callbacks;

    public Task<Operator[]> OperatorsAsync() => GetAsync<Operator[]>("api/v1/operators");

    /// <summary>Waits for the call of this caller.</summary>
    public async Task<Call> ReceivesAsync(string caller)
    {
        var calls = await Eventually.GetAsync($"a call from {caller} is in the list", CallsAsync, list => list.Any(call => call.Caller == caller));
        return calls.Single(call => call.Caller == caller);
    }

    /// <summary>Waits until the call satisfies a condition.</summary>
    public Task<Call> SeesAsync(string id, string what, Func<Call, bool> condition, TimeSpan? within = null)
        => Eventually.GetAsync($"the call {what}", () => CallAsync(id), condition, within);

    public Task<Call> IsInAsync(string id, string stage, TimeSpan? within = null) => SeesAsync(id, $"is in stage {stage}", call => call.Stage == stage, within);

    /// <summary>Waits until the call has an outcome.</summary>
    public Task<Call> EndsAsync(string id, TimeSpan? within = null) => SeesAsync(id, "has an outcome", call => call.Outcome is not null, within);

    /// <summary>Waits until an operator is in this state.</summary>
    public Task OperatorIsAsync(string id, string state) => Eventually.GetAsync($"operator {id} is {state}",
        async () => (await OperatorsAsync()).Single(@operator => @operator.Id == id), seen => seen.State == state);

    public async Task SetStateAsync(string id, string state)
    {
        using var response = await PostAsync($"api/v1/operators/{id}/state", new { state });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public async Task TransferAsync(string call, string employee)
    {
        using var response = await PostAsync($"api/v1/calls/{call}/transfer", new { employee });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    public async Task TransferStepAsync(string call, string step, object body)
    {
        using var response = await PostAsync($"api/v1/calls/{call}/transfer/{step}", body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Takes a message; the answer comes only once it is kept for good.</summary>
    public async Task<Message> TakeMessageAsync(string call, string employee, Dictionary<string, string> fields)
    {
        using var response = await PostAsync($"api/v1/calls/{call}/message", new { employee, fields });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Message>(_json, TestContext.Current.CancellationToken))!;
    }

    public async Task HangUpAsync(string call)
    {
        using var response = await PostAsync($"api/v1/calls/{call}/hangup", new { });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Holds the caller, pauses the recording, gives the call to an operator.</summary>
    public async Task CommandAsync(string call, string command, object body)
    {
        using var response = await PostAsync($"api/v1/calls/{call}/{command}", body);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Posts, whatever the answer.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object body) => _http.PostAsJsonAsync(path, body, _json, TestContext.Current.CancellationToken);

    /// <summary>Fetches audio.</summary>
    public async Task<byte[]> AudioAsync(string href)
    {
        using var response = await _http.GetAsync(new Uri(href.TrimStart('/'), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What /health/ready says; not ready also when nobody answers.</summary>
    public async Task<Readiness> ReadinessAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            var readiness = await response.Content.ReadFromJsonAsync<Readiness>(_json, TestContext.Current.CancellationToken);
            Assert.Equal(readiness!.Ready ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, response.StatusCode);
            return readiness;
        }
        catch (HttpRequestException error)
        {
            return new Readiness(false) { WaitingFor = [error.Message] };
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(string path) => (await _http.GetFromJsonAsync<T>(path, _json, TestContext.Current.CancellationToken))!;
}
