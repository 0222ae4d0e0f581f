using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR.Client;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.Desk.Harness;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Security;

/// <summary>Every endpoint and hub method × every kind of person. The surface is enumerated, so that a new one cannot be forgotten: one that is not in the table fails.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private static readonly string[] People = ["", "nobody", "operator:olga", "supervisor", "client:fox-travel", "client:nord-service", "admin", "supervisor+listen", "supervisor+whisper", "supervisor+barge", "operator+listen:olga"];

    private DeskOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await DeskOffice.OpenAsync();

    public async ValueTask DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Endpoint_EveryPerson_IsLetInOrNotAsTheTableSays()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var (method, path) in Surface())
        {
            var allowed = AllowedFor(path);
            if (allowed is null)
            {
                wrong.Add($"{method} {path} is in no row of the table of rights");
                continue;
            }

            foreach (var person in People)
            {
                using var client = _office.As(person);
                using var response = await client.SendAsync(new HttpMethod(method), Fill(path), method is "GET" or "DELETE" ? null : new { });
                var isLetIn = response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
                asked++;
                if (isLetIn != allowed(person))
                {
                    wrong.Add($"{method} {path} as '{person}': {(int)response.StatusCode}");
                }

                if (isLetIn && (int)response.StatusCode >= 500)
                {
                    wrong.Add($"{method} {path} as '{person}': {(int)response.StatusCode}, a mistake of the server's");
                }
            }
        }

        Assert.True(asked > 200, $"Only {asked} requests were made.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Endpoint_NoPolicy_IsNone()
    {
        var open = Endpoints()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.RoutePattern.RawText!)
            .Order(StringComparer.Ordinal);

        // The page's own files say nothing of the office, and voice messages are opened by a token alone.
        Assert.Equal(["/desk/", "/desk/desk.js", "/desk/icon.svg", "/desk/index.css", "/desk/line.js", "/voice-message"], open);
    }

    [Fact]
    public async Task Change_WithoutTheToken_IsRefused()
    {
        foreach (var (method, path) in Surface().Where(s => s.Method != "GET" && s.Path.StartsWith("/desk/api/", StringComparison.Ordinal)))
        {
            var person = path.StartsWith("/desk/api/board", StringComparison.Ordinal) ? "supervisor+listen+whisper+barge" : path.StartsWith("/desk/api/company", StringComparison.Ordinal) ? "client:fox-travel" : "operator:olga";
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(path));
            using var anonymous = new HttpClient { BaseAddress = _office.Url };
            request.Headers.Add(TestSignIn.Name, person);
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var response = await anonymous.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{method} {path}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("Attach", "operator")]
    [InlineData("Renew", "operator")]
    [InlineData("WatchBoard", "supervisor", "admin")]
    [InlineData("WatchCompany", "client")]
    public async Task HubMethod_EveryPerson_IsLetInOrNotAsTheTableSays(string method, params string[] roles)
    {
        object?[] values = typeof(DeskHub).GetMethod(method)!.GetParameters().Length == 0 ? [] : [1L];
        foreach (var person in People)
        {
            await using var hub = new HubConnectionBuilder().WithUrl(new Uri(_office.Url, "/desk/hub"), options => options.Headers[TestSignIn.Name] = person.Length == 0 ? "nobody" : person).Build();
            Exception? refused;
            try
            {
                await hub.StartAsync(TestContext.Current.CancellationToken);
                refused = await Record.ExceptionAsync(() => hub.InvokeCoreAsync(method, typeof(object), values, TestContext.Current.CancellationToken));
            }
            catch (HttpRequestException e)
            {
                refused = e;
            }

            Assert.True((refused is null) == roles.Contains(person.Split(':', '+')[0]), $"{method} as '{person}': {refused?.Message ?? "let in"}");
        }
    }

    [Fact]
    public void HubMethod_New_IsInTheTable()
    {
        var methods = typeof(DeskHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition().DeclaringType == typeof(DeskHub)).ToList();
        var told = typeof(RightsTests).GetMethod(nameof(HubMethod_EveryPerson_IsLetInOrNotAsTheTableSays))!.GetCustomAttributes<InlineDataAttribute>().Select(a => (string)a.Data[0]!);

        Assert.Equal(methods.Select(m => m.Name).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.All(methods, m => Assert.NotNull(m.GetCustomAttribute<AuthorizeAttribute>()));
        Assert.NotNull(typeof(DeskHub).GetCustomAttribute<AuthorizeAttribute>());
    }

    /// <summary>The table of rights. Null for what it does not know.</summary>
    private static Func<string, bool>? AllowedFor(string path) => path switch
    {
        _ when path.StartsWith("/desk/api/desk", StringComparison.Ordinal) => p => p.StartsWith("operator", StringComparison.Ordinal),
        _ when path.StartsWith("/desk/api/board/calls", StringComparison.Ordinal) && path.EndsWith("/listen", StringComparison.Ordinal) => p => p == "supervisor+listen",
        _ when path.StartsWith("/desk/api/board/calls", StringComparison.Ordinal) && path.EndsWith("/whisper", StringComparison.Ordinal) => p => p == "supervisor+whisper",
        _ when path.StartsWith("/desk/api/board/calls", StringComparison.Ordinal) && path.EndsWith("/barge", StringComparison.Ordinal) => p => p == "supervisor+barge",
        _ when path.StartsWith("/desk/api/board", StringComparison.Ordinal) => p => p.StartsWith("supervisor", StringComparison.Ordinal) || p == "admin",
        _ when path.StartsWith("/desk/api/company", StringComparison.Ordinal) => p => p.StartsWith("client", StringComparison.Ordinal),
        "/desk/api/me" or "/desk/openapi/{documentName}.json" or "/desk/hub/negotiate" or "/desk/hub" => p => p is not ("" or "nobody"),
        _ when path.StartsWith("/api/v1/", StringComparison.Ordinal) => p => p == "admin",
        "/voice-message" or "/desk/" or "/desk/desk.js" or "/desk/line.js" or "/desk/icon.svg" or "/desk/index.css" => _ => true,
        _ => null,
    };

    private static string Fill(string path) => path
        .Replace("{documentName}", "virtualoffice-desk", StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal)
        .Replace("{version}", "1", StringComparison.Ordinal)
        .Replace("{draft}", "019c0000-0000-7000-8000-000000000003", StringComparison.Ordinal)
        .Replace("{field}", "who", StringComparison.Ordinal)
        .Replace("{panel}", "bookings", StringComparison.Ordinal)
        .Replace("{id}", "019c0000-0000-7000-8000-000000000001", StringComparison.Ordinal)
        .Replace("{call}", "019c0000-0000-7000-8000-000000000001", StringComparison.Ordinal)
        .Replace("{message}", "019c0000-0000-7000-8000-000000000002", StringComparison.Ordinal);

    private IEnumerable<RouteEndpoint> Endpoints() => _office.Endpoints;

    private IEnumerable<(string Method, string Path)> Surface() => Endpoints()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, e.RoutePattern.RawText!)));
}
