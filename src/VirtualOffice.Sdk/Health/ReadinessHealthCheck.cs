using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VirtualOffice.Sdk;

/// <summary>Whether the office can take calls.</summary>
internal sealed class ReadinessHealthCheck(IVirtualOffice office) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var readiness = await office.CheckReadinessAsync(cancellationToken);
        return readiness.IsReady
            ? HealthCheckResult.Healthy("The office takes calls.")
            : new HealthCheckResult(context.Registration.FailureStatus, $"The office waits for {string.Join("; ", readiness.WaitingFor)}");
    }
}
