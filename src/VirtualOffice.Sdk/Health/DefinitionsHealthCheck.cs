using Microsoft.Extensions.Diagnostics.HealthChecks;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk;

/// <summary>Whether the documents of companies and operators are right, so that what they say is in force.</summary>
internal sealed class DefinitionsHealthCheck(IVirtualOffice office) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var errors = office.Companies.Problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        return Task.FromResult(errors.Count == 0
            ? HealthCheckResult.Healthy("The documents are right.")
            : new HealthCheckResult(context.Registration.FailureStatus, $"What documents said last stays in force: {string.Join(' ', errors)}"));
    }
}
