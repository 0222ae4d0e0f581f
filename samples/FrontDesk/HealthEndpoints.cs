using VirtualOffice.Sdk;

namespace FrontDesk;

/// <summary>Whether the process lives, and whether the office can take calls.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { live = true }));
        app.MapGet("/health/ready", async (IVirtualOffice office, CancellationToken cancellationToken) =>
        {
            var readiness = await office.CheckReadinessAsync(cancellationToken);
            return Results.Json(
                new { ready = readiness.IsReady, waitingFor = readiness.WaitingFor },
                statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        app.MapHealthChecks("/health");
        app.MapGet("/health/books", async (IVirtualOffice office, CancellationToken cancellationToken) => Results.Ok(await office.DrawUpBooksAsync(cancellationToken)));
    }
}
