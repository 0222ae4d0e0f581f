using System.Security.Claims;

namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>How the operator desk works.</summary>
public sealed class OperatorDeskOptions
{
    /// <summary>Says who a signed-in person is at the desk, null for nobody; by default the claims of <see cref="VirtualOfficeClaims"/> say so. Called for every request; safe for concurrent use.</summary>
    public Func<ClaimsPrincipal, DeskUser?>? Identify { get; set; }

    /// <summary>How long an operator's desk may be silent before the operator leaves the board; 15 s by default, 5 s to 5 min.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The reasons an operator can give for a break; none for any text.</summary>
    public IList<string> BreakReasons { get; } = ["Break", "Lunch", "Training", "Back office"];

    /// <summary>What a call can have been about: codes (1 to 64 ASCII letters, digits, <c>-</c> or <c>_</c>) with the words operators choose from; none for no choice.</summary>
    public IDictionary<string, string> Dispositions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["resolved"] = "Resolved",
        ["to-be-continued"] = "To be continued",
        ["complaint"] = "Complaint",
        ["wrong-number"] = "Wrong number",
        ["advertising"] = "Advertising",
    };

    /// <summary>Panels of the host's own beside the company's card; none by default, at most 6.</summary>
    public IList<DeskPanel> Panels { get; } = [];

    /// <summary>How many requests a person may make in a minute; 1,200 by default.</summary>
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>The largest request body, in bytes; 256 KiB by default, up to 16 MiB.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>Where the browser goes to sign in, for example <c>/login</c>; null for nowhere. The path the person wanted is appended as <c>returnUrl</c>.</summary>
    public string? SignInPath { get; set; }

    /// <summary>Where the browser posts a form to sign out; null for nowhere.</summary>
    public string? SignOutPath { get; set; }

    /// <summary>The phone in the operator's browser; null, the default, for none: operators have phones of their own.</summary>
    public SoftphoneOptions? Softphone { get; set; }

    /// <summary>How many callers of one company may wait before the board alarms; 5 by default.</summary>
    public int AlarmWaiting { get; set; } = 5;

    /// <summary>How long a caller may wait before the board alarms; 1 min by default.</summary>
    public TimeSpan AlarmWait { get; set; } = TimeSpan.FromMinutes(1);
}
