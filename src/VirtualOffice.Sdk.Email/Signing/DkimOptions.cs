using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk.Email;

/// <summary>How e-mails are signed (DKIM, RFC 6376), so that the other side can tell that they come from the office's domain. Validated at start.</summary>
public sealed class DkimOptions
{
    /// <summary>The domain that signs; its DNS has the public key under <c>&lt;selector&gt;._domainkey</c>. That of the sender, or one above it.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$", ErrorMessage = "{0} must be a domain, such as office.example.com.")]
    public string Domain { get; set; } = "";

    /// <summary>The key's name in the domain.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*$", ErrorMessage = "{0} must be a name of letters, digits, '-' and '.'.")]
    public string Selector { get; set; } = "";

    /// <summary>The private key, RSA, as PEM text. Never logged.</summary>
    [Required]
    [DkimKey]
    public string PrivateKey { get; set; } = "";
}
