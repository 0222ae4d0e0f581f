using System.ComponentModel.DataAnnotations;

namespace VirtualOffice.Sdk.Email;

/// <summary>A text that is one e-mail address with a domain, with or without a display name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailboxAttribute : ValidationAttribute
{
    public MailboxAttribute()
        : base("{0} must be one e-mail address, for example office@example.com.")
    {
    }

    public override bool IsValid(object? value) => value is null || (value is string text && Mailbox.TryParse(text, out _));
}
