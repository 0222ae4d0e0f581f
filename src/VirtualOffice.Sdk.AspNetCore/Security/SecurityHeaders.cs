using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>The headers with which a browser runs nothing but the desk's own files.</summary>
internal static class SecurityHeaders
{
    /// <param name="headers">The answer's headers.</param>
    /// <param name="phones">The PBX's WebSocket, which the page may speak to beside this host; null for none.</param>
    public static void Set(IHeaderDictionary headers, Uri? phones = null)
    {
        headers.ContentSecurityPolicy = Policy(phones);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static string Policy(Uri? phones) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'{(phones is null ? "" : $" {phones.GetLeftPart(UriPartial.Authority)}")}; " +
        "media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
}
