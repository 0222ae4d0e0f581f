using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>Digest authentication (RFC 2617, MD5), as a phone answers a challenge. A test's device has its name as password.</summary>
internal static partial class SipDigest
{
    /// <summary>An invitation once more, with the answer to a challenge.</summary>
    public static SipMessage Authorised(SipMessage invite, string challenge, int sequence)
    {
        var (realm, nonce) = (Of(challenge, "realm"), Of(challenge, "nonce"));
        var user = UserOf().Match(invite["From"]).Groups[1].Value;
        var uri = invite.StartLine.Split(' ')[1];
        var (a1, a2) = (Md5($"{user}:{realm}:{user}"), Md5($"INVITE:{uri}"));
        var count = "00000001";
        var response = Of(challenge, "qop").Length > 0 ? Md5($"{a1}:{nonce}:{count}:vo:auth:{a2}") : Md5($"{a1}:{nonce}:{a2}");
        var extra = Of(challenge, "qop").Length > 0 ? $", qop=auth, nc={count}, cnonce=\"vo\"" : "";
        var opaque = Of(challenge, "opaque") is { Length: > 0 } given ? $", opaque=\"{given}\"" : "";
        var authorisation = $"Digest username=\"{user}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{uri}\", response=\"{response}\", algorithm=MD5{extra}{opaque}";
        var headers = invite.Headers.Select(h => h.Name switch
        {
            "CSeq" => (h.Name, string.Create(CultureInfo.InvariantCulture, $"{sequence} INVITE")),
            "Via" => (h.Name, BranchOf().Replace(h.Value, $"branch=z9hG4bK{Guid.NewGuid():N}")),
            _ => h,
        });
        return invite with { Headers = [.. headers, ("Authorization", authorisation)] };
    }

    private static string Of(string challenge, string name) => Regex.Match(challenge, $"{name}=\"([^\"]*)\"") is { Success: true } quoted ? quoted.Groups[1].Value : "";

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "It is what SIP asks for.")]
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("sip:([^@>]+)@")]
    private static partial Regex UserOf();

    [GeneratedRegex("branch=[^;]+")]
    private static partial Regex BranchOf();
}
