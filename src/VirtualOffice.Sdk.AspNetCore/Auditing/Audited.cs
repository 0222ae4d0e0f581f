using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>Carries acts out and writes down who did them, from where, and what became of them.</summary>
internal static class Audited
{
    /// <summary>Carries an act out. The answer is given when the entry is kept.</summary>
    /// <param name="http">The request of who does it.</param>
    /// <param name="act">What it is, and on whom; the rest is filled in.</param>
    /// <param name="carryOut">Does it.</param>
    public static async Task<IResult> RunAsync(HttpContext http, AuditEntry act, Func<Task<IResult>> carryOut)
    {
        var entry = await WhoseAsync(http, act);
        try
        {
            var result = await carryOut();
            await RecordAsync(http, entry with { Outcome = IsRefusal(result) ? AuditOutcome.Refused : AuditOutcome.Done, Reason = ReasonOf(result) });
            return result;
        }
        catch (Exception e)
        {
            await RecordAsync(http, entry with { Outcome = OutcomeOf(e), Reason = ReasonOf(e) });
            throw;
        }
    }

    /// <summary>Opens the recording of a call, or of one of its messages.</summary>
    public static async Task<IResult> OpenAsync(HttpContext http, CallId call, string? message, CompanyId? company, Func<Task<IResult>> open)
    {
        var act = Of(http, message is null ? AuditAct.OpenRecording : AuditAct.OpenVoiceMessage) with { Call = call, Company = company, Detail = message is null ? null : $"message {message}" };
        var opened = http.RequestServices.GetService<OpenedRecordings>();
        if (opened?.Contains(act.By, act.Address, call, message) == true)
        {
            return await open();
        }

        return await RunAsync(http, act, async () =>
        {
            var result = await open();
            if (!IsRefusal(result))
            {
                opened?.Add(act.By, act.Address, call, message);
            }

            return result;
        });
    }

    /// <summary>An act of whoever makes the request.</summary>
    public static AuditEntry Of(HttpContext http, AuditAct act)
    {
        var person = http.RequestServices.GetService<DeskIdentity>()?.Identify(http.User);
        return new AuditEntry(act, person?.Name ?? (http.User.Identity?.Name is { Length: > 0 } name ? name : "a program"))
        {
            Role = person is null ? null : string.Join('+', person.Roles.Where(person.Is).Order().Select(r => r.ToString().ToLowerInvariant())),
            Address = AddressOf(http),
        };
    }

    public static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? null : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    private static Task RecordAsync(HttpContext http, AuditEntry entry) => http.RequestServices.GetRequiredService<IVirtualOffice>().Audit.RecordAsync(entry);

    private static async Task<AuditEntry> WhoseAsync(HttpContext http, AuditEntry act)
    {
        if (act.Company is not null || act.Call is not { } call)
        {
            return act;
        }

        try
        {
            return act with { Company = (await http.RequestServices.GetRequiredService<IVirtualOffice>().Calls.FindAsync(call, http.RequestAborted))?.Company };
        }
        catch (StoreUnavailableException)
        {
            // The call is named; its company can be looked up by it.
            return act;
        }
    }

    private static bool IsRefusal(IResult result) => result is IStatusCodeHttpResult { StatusCode: >= 400 };

    private static string? ReasonOf(IResult result) => !IsRefusal(result) ? null : result is IValueHttpResult<Microsoft.AspNetCore.Mvc.ProblemDetails> { Value.Detail: { } detail } ? detail : $"{((IStatusCodeHttpResult)result).StatusCode}";

    private static AuditOutcome OutcomeOf(Exception exception) => exception switch
    {
        StoreUnavailableException or TelephonyException or CallCommandException { Error: CallCommandError.Unavailable } => AuditOutcome.Failed,
        VirtualOfficeException or BadHttpRequestException or KeyNotFoundException or ArgumentException or FormatException => AuditOutcome.Refused,
        _ => AuditOutcome.Failed,
    };

    private static string ReasonOf(Exception exception) => exception switch
    {
        OperationCanceledException => "The request was given up; whether it took effect is not known.",
        VirtualOfficeException or BadHttpRequestException or KeyNotFoundException or ArgumentException or FormatException => exception.Message,
        _ => $"An error of the server's ({exception.GetType().Name}); the log has it.",
    };
}
