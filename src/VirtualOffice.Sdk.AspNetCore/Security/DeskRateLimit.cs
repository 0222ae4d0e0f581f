using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>How many requests a person, or an address that nobody has signed in from, may make.</summary>
internal sealed class DeskRateLimit : IEndpointFilter, IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public DeskRateLimit(IOptions<OperatorDeskOptions> options)
    {
        var perMinute = options.Value.RequestsPerMinute;
        _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
            http.User.Identity is { IsAuthenticated: true, Name: { } name } ? "u:" + name : "a:" + http.Connection.RemoteIpAddress,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = _limiter.AttemptAcquire(context.HttpContext);
        return lease.IsAcquired
            ? await next(context)
            : DeskProblems.Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many requests; wait a second.");
    }

    public void Dispose() => _limiter.Dispose();
}
