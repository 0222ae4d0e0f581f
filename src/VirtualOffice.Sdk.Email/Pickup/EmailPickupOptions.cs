using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk.Email;

/// <summary>The folder that messages are written to. Validated at start.</summary>
public sealed class EmailPickupOptions
{
    /// <summary>The folder; it is made when the first message comes.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The sender; its domain is that of every Message-ID. <c>virtual-office@localhost</c> by default.</summary>
    [Required]
    [Mailbox]
    public string From { get; set; } = "virtual-office@localhost";

    /// <summary>The largest voice message, in bytes, that is attached; a larger one is only mentioned. 0 to 100 MB; 15 MB by default.</summary>
    [Range(0, 100_000_000)]
    public long MaxAttachmentBytes { get; set; } = 15_000_000;
}
