using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace VirtualOffice.Sdk.Email.Tests;

/// <summary>DNS with the public key of one domain.</summary>
internal sealed class OneKeyLocator(string domain, string selector, string record) : DkimPublicKeyLocatorBase
{
    public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain1, string selector1, CancellationToken cancellationToken = default) =>
        (domain1, selector1) == (domain, selector) ? GetPublicKey(record) : throw new InvalidOperationException($"There is no key {selector1}._domainkey.{domain1}.");

    public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain1, string selector1, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, domain1, selector1, cancellationToken));
}
