using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>How an office reaches one Asterisk. Validated when the provider is made, so that a mistake ends the start.</summary>
public sealed class AsteriskOptions
{
    /// <summary>
    /// The address of Asterisk's HTTP server, with or without <c>/ari</c>, for example <c>http://127.0.0.1:8088/</c>. Required. Plain <c>http</c> only on this machine, see <see cref="AllowPlainHttp"/>.
    /// </summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>The ARI user; it must not be read-only. Required.</summary>
    [Required]
    public string User { get; set; } = "";

    /// <summary>The ARI user's password. Required, and never logged.</summary>
    [Required]
    public string Password { get; set; } = "";

    /// <summary>The Stasis application: the name that the dialplan gives to <c>Stasis()</c>. One name has one host. <c>voffice</c> by default.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$", ErrorMessage = "{0} must be 1 to 64 ASCII letters, digits, '-' or '_'.")]
    public string Application { get; set; } = "voffice";

    /// <summary>The endpoint of an operator's phone, in which <c>{device}</c> is replaced by the device's name. <c>PJSIP/{device}</c> by default.</summary>
    [Required]
    [RegularExpression(@"^[A-Za-z0-9]+/[A-Za-z0-9_.@/-]*\{device\}[A-Za-z0-9_.@/-]*$", ErrorMessage = "{0} must look like 'PJSIP/{{device}}'.")]
    public string DeviceEndpoint { get; set; } = "PJSIP/{device}";

    /// <summary>The trunk over which numbers are dialled.</summary>
    [Required]
    [ValidateObjectMembers]
    public AsteriskTrunkOptions Trunk { get; set; } = new();

    /// <summary>The class of music on hold that waiting callers hear; empty for Asterisk's own default. Empty by default.</summary>
    [RegularExpression("^[A-Za-z0-9_.-]{0,64}$", ErrorMessage = "{0} must be at most 64 ASCII letters, digits, '-', '_' or '.'.")]
    public string MusicClass { get; set; } = "";

    /// <summary>
    /// The file to which Asterisk's <c>cdr_csv</c> writes its call records, for example <c>/var/log/asterisk/cdr-csv/Master.csv</c>. With it the office accounts for every call that it did not see;
    /// without it only for those of which the dialplan's fallback kept a voice message. cdr.conf must say <c>unanswered</c>, and under <c>[csv]</c> <c>usegmtime</c>, <c>loguniqueid</c> and <c>loguserfield</c>.
    /// Null by default.
    /// </summary>
    public string? CallRecordsFile { get; set; }

    /// <summary>
    /// A folder, by its absolute path, that Asterisk reads as well, for example <c>/var/spool/asterisk/voffice</c>: sound that Asterisk does not know beforehand, such as a voice message that is
    /// played to an employee, is written there while it is needed. Null, the default: such sound is left out, and the log says so.
    /// </summary>
    [RegularExpression("^/[A-Za-z0-9_./-]{1,200}$", ErrorMessage = "{0} must be an absolute path of ASCII letters, digits, '-', '_', '.' and '/'.")]
    public string? AudioFolder { get; set; }

    /// <summary>How long a command may take before it fails. 0.1 to 60 s; 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a living connection is asked for a sign of life; one that gives none for as long again is taken for lost, so twice this is the time until a silent loss is noticed.
    /// 0.2 to 30 s; 2 s by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:30")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most HTTP connections to Asterisk. Keep it well under <c>sessionlimit</c> of http.conf, 100 there by default. 1 to 1,000; 20 by default.</summary>
    [Range(1, 1000)]
    public int MaxConnections { get; set; } = 20;

    /// <summary>
    /// How many events may wait for the office to take them. Past that the connection is dropped and the state is read anew, so that nothing is lost one by one. 1,000 to 10,000,000; 100,000 by default.
    /// </summary>
    [Range(1_000, 10_000_000)]
    public int MaxPendingEvents { get; set; } = 100_000;

    /// <summary>Accepts an Asterisk older than 22.10.1, for which the adapter was neither made nor tried, and whose ARI has known security holes. False by default.</summary>
    public bool AllowUnsupportedVersion { get; set; }

    /// <summary>Allows plain <c>http</c> to another machine, where anyone on the way can read the password and command the PBX. False by default.</summary>
    public bool AllowPlainHttp { get; set; }
}
