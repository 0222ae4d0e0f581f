using Microsoft.Extensions.Hosting;
using VirtualOffice.Sdk.AspNetCore.Operating;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>Says that work lists are out of date when they really are: most calls end without leaving work, and every desk would read for each.</summary>
internal sealed class WorkFeed(WorkLists lists, DeskLive live, OfficeRuntime runtime) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, runtime.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await lists.HaveChangedAsync(stoppingToken))
                {
                    live.Publish(DeskTopic.Work);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
