using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Tests.Auditing;

namespace VirtualOffice.Sdk.Tests.Hosting;

/// <summary>An office stops within the time its host has.</summary>
public sealed class OfficeStopTests
{
    private readonly SimulatedOffice _office = new();
    private readonly FaultyAuditStore _store = new();

    public OfficeStopTests()
    {
        _office.Compose = office => office.Services.Replace(ServiceDescriptor.Singleton<IAuditStore>(_store));
        _office.StartHost();
    }

    [Fact]
    public void Stop_SomethingDoesNotEndInTime_CompletesAndLogsWhat()
    {
        // An entry that waits is tried once more at the end, which takes for ever.
        _store.IsAway = true;
        _office.World.Run(() => _office.Office.Audit.RecordAsync(new AuditEntry(AuditAct.HangUp, "rita")));
        _office.World.RunFor(TimeSpan.FromSeconds(1));
        _store.Pace = new TaskCompletionSource().Task;
        using var limit = new CancellationTokenSource();

        var stopping = _office.Host!.Start(() => _office.Office.StopAsync(limit.Token));
        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Assert.False(stopping.IsCompleted);
        limit.Cancel();
        _office.World.RunFor(TimeSpan.FromSeconds(1));

        Assert.True(stopping.IsCompletedSuccessfully);
        Assert.Contains(_office.Errors.Lines, l => l.Contains("The time to stop ran out while 0 calls were being let go of, and these were stopping: the audit.", StringComparison.Ordinal));
    }

    [Fact]
    public void Stop_EverythingEnds_LogsNothing()
    {
        using var limit = new CancellationTokenSource();
        var stopping = _office.Host!.Start(() => _office.Office.StopAsync(limit.Token));
        _office.World.RunFor(TimeSpan.FromMinutes(1));
        limit.Cancel();

        Assert.True(stopping.IsCompletedSuccessfully);
        Assert.Empty(_office.Errors.Lines);
    }
}
