using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VirtualOffice.Sdk;

/// <summary>Whether the office's books balance, but for moments.</summary>
internal sealed class BooksHealthCheck(OfficeInstruments instruments) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(instruments.BooksAlarm.Count == 0
            ? HealthCheckResult.Healthy("The books balance.")
            : new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', instruments.BooksAlarm)));
}
