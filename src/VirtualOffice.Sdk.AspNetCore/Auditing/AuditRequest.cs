using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>What of the audit is asked for, from the query string.</summary>
internal sealed class AuditRequest
{
    public string? Company { get; set; }

    public string? By { get; set; }

    public string? Act { get; set; }

    public string? Call { get; set; }

    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? Until { get; set; }

    public string? Before { get; set; }

    public int? Limit { get; set; }

    /// <exception cref="BadHttpRequestException">It is not valid.</exception>
    public AuditFilter ToFilter() => new(
        Company is not { Length: > 0 } ? TenantScope.Office : TenantScope.Of(CompanyId.TryParse(Company, out var company) ? company : throw Wrong("company", Company, "a company's id")),
        Before is not { Length: > 0 } ? null : AuditId.TryParse(Before, out var before) ? before : throw Wrong("before", Before, "an entry's id"),
        Limit is null or (>= 1 and <= 500) ? Limit ?? 50 : throw Wrong("limit", $"{Limit}", "1 to 500"))
    {
        By = By is { Length: > 0 } ? By : null,
        Act = Act is { Length: > 0 } ? Ids.Choice<AuditAct>("act", Act) : null,
        Call = Call is { Length: > 0 } ? Ids.Call(Call) : null,
        From = From?.ToUniversalTime(),
        Until = Until?.ToUniversalTime(),
    };

    private static BadHttpRequestException Wrong(string name, string found, string allowed) => new($"'{name}' is '{found}'; allowed is {allowed}.");
}
