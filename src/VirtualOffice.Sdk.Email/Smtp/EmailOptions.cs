using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.Email;

/// <summary>The SMTP server that messages are handed to. Validated at start.</summary>
public sealed class EmailOptions
{
    /// <summary>The server's name or address.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The server's port; 25 by default.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    /// <summary>How the connection is protected; by STARTTLS when the server offers it, by default.</summary>
    [EnumDataType(typeof(EmailTls))]
    public EmailTls UseTls { get; set; } = EmailTls.WhenAvailable;

    /// <summary>The user to log in as; null, by default, for a server that needs no log-in.</summary>
    public string? User { get; set; }

    /// <summary>The user's password. It is sent over TLS or to this machine only, and never logged.</summary>
    public string? Password { get; set; }

    /// <summary>The sender; its domain is that of every Message-ID. <c>virtual-office@localhost</c> by default.</summary>
    [Required]
    [Mailbox]
    public string From { get; set; } = "virtual-office@localhost";

    /// <summary>How e-mails are signed; null, the default, for not at all.</summary>
    [ValidateObjectMembers]
    public DkimOptions? Dkim { get; set; }

    /// <summary>How long one attempt may take, from connecting to the server's last answer. 1 s to 4 min; 1 min by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest voice message, in bytes, that is attached; a larger one is only mentioned. 0 to 100 MB; 15 MB by default.</summary>
    [Range(0, 100_000_000)]
    public long MaxAttachmentBytes { get; set; } = 15_000_000;
}
