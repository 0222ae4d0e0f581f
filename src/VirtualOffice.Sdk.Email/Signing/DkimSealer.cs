using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace VirtualOffice.Sdk.Email;

/// <summary>Signs e-mails: their text, and the headers that a reader sees or a mailbox goes by. Safe for concurrent use.</summary>
internal sealed class DkimSealer(DkimOptions options)
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.AutoSubmitted,
    ];

    private readonly byte[] _key = Encoding.ASCII.GetBytes(options.PrivateKey);

    /// <summary>Signs an e-mail that is ready to be sent: nothing of it may be changed or encoded anew afterwards.</summary>
    public void Sign(MimeMessage email)
    {
        using var key = new MemoryStream(_key, writable: false);
        var signer = new DkimSigner(key, options.Domain, options.Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        signer.Sign(email, Signed);
    }
}
