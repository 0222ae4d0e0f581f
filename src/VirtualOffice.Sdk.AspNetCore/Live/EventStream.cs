using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>What happens in the office, as server-sent events.</summary>
internal static class EventStream
{
    private const string ResumeHeader = "Last-Event-ID";
    private const int MaxId = 64;

    /// <summary>So often something is said though nothing happens, so that a connection that is dead is noticed on both sides.</summary>
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(15);

    /// <summary>Opens the stream: from now on, or from what the reader had last.</summary>
    public static IResult Open(HttpContext http, TenantScope scope, string? after)
    {
        var last = http.Request.Headers[ResumeHeader].ToString() is { Length: > 0 } header ? header : after;
        var services = http.RequestServices;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(ReadAsync(
            services.GetRequiredService<IEventLog>(),
            last?.Length > MaxId ? "" : last,
            scope,
            services.GetRequiredService<OfficeRuntime>().Clock,
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping,
            http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        IEventLog log, string? after, TenantScope scope, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var start = after ?? log.Last;
        var entries = log.ReadAsync(start, scope, ending.Token).GetAsyncEnumerator(ending.Token);
        var next = entries.MoveNextAsync().AsTask();
        try
        {
            // The first one takes the headers along, so that the reader knows at once that it is let in.
            yield return new SseItem<string>("{}", "ready") { EventId = after is null ? start : null, ReconnectionInterval = TimeSpan.FromSeconds(3) };
            while (true)
            {
                if (await IsQuietAsync(next, clock, ending.Token).ConfigureAwait(false))
                {
                    yield return new SseItem<string>("{}", "heartbeat");
                    continue;
                }

                if (ending.IsCancellationRequested || !await next.ConfigureAwait(false))
                {
                    yield break;
                }

                yield return new SseItem<string>(entries.Current.Json, entries.Current.Type) { EventId = entries.Current.Id };
                next = entries.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await entries.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing has happened for a while; false when it is over, too.</summary>
    private static async Task<bool> IsQuietAsync(Task next, TimeProvider clock, CancellationToken ending)
    {
        if (next.IsCompleted)
        {
            return false;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var first = await Task.WhenAny(next, Task.Delay(HeartbeatEvery, clock, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        return first != next && !ending.IsCancellationRequested;
    }
}
