using VirtualOffice.Sdk;

namespace FrontDesk;

/// <summary>Ends the process when the office has stopped itself, so that whatever supervises it starts it anew; until then the PBX's fallback takes the callers.</summary>
internal static class OfficeWatch
{
    private const int StoppedItself = 3;

    /// <summary>Runs until the host is shut down, and returns the process's exit code.</summary>
    public static async Task<int> RunAsync(WebApplication app)
    {
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        var watching = WatchAsync(app.Services.GetRequiredService<IVirtualOffice>(), lifetime);
        await app.WaitForShutdownAsync();
        return await watching ? StoppedItself : 0;
    }

    private static async Task<bool> WatchAsync(IVirtualOffice office, IHostApplicationLifetime lifetime)
    {
        try
        {
            await foreach (var officeEvent in office.Events.ReadAllAsync(lifetime.ApplicationStopping))
            {
                if (officeEvent is OfficeStopped)
                {
                    lifetime.StopApplication();
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host is shut down.
        }

        return false;
    }
}
