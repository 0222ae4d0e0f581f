using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>What calls are searched by, from the query string.</summary>
internal sealed class CallSearchRequest
{
    public string? Company { get; set; }

    public string? Operator { get; set; }

    public string? Outcome { get; set; }

    public string? Caller { get; set; }

    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? Until { get; set; }

    public string? Before { get; set; }

    public int? Limit { get; set; }

    public CallFilter ToFilter(TenantScope scope) => new(scope, Before is { Length: > 0 } ? Ids.Call(Before) : null, Limit ?? 50)
    {
        Outcome = Outcome is { Length: > 0 } ? Ids.Choice<CallOutcomeKind>("outcome", Outcome) : null,
        Operator = Operator is { Length: > 0 } ? Ids.Operator(Operator) : null,
        Caller = Caller is not { Length: > 0 } ? null : PhoneNumber.TryParseSignalled(Caller, out var number)
            ? number
            : throw new BadHttpRequestException($"'caller' is '{Caller}'; allowed is a phone number with its country code, such as +79215550101."),
        From = From?.ToUniversalTime(),
        Until = Until?.ToUniversalTime(),
    };
}
