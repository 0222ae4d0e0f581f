using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace VirtualOffice.Sdk.Email;

/// <summary>A text that is a private RSA key in PEM.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DkimKeyAttribute : ValidationAttribute
{
    public DkimKeyAttribute()
        : base("{0} must be a private RSA key of 1024 bits or more as PEM text, beginning with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----.")
    {
    }

    public override bool IsValid(object? value)
    {
        if (value is not string { Length: > 0 } text)
        {
            return true;
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            return rsa.KeySize >= 1024 && rsa.ExportRSAPrivateKey().Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
