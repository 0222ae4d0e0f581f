using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace VirtualOffice.Sdk.Email;

/// <summary>Reads one e-mail address, strictly: nothing that a lenient reader would mend.</summary>
internal static class Mailbox
{
    private const int MaxLength = 320;

    public static bool TryParse(string? text, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = null;
        if (text is null || text.Length > MaxLength || text.Any(char.IsControl))
        {
            return false;
        }

        return MailboxAddress.TryParse(text, out mailbox) && mailbox.LocalPart.Length > 0 && mailbox.Domain is { Length: > 0 };
    }
}
