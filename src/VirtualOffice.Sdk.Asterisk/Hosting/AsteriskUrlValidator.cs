using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The address: absolute, http or https, no password in it, and plain http only where nobody can listen.</summary>
internal sealed class AsteriskUrlValidator : IValidateOptions<AsteriskOptions>
{
    public ValidateOptionsResult Validate(string? name, AsteriskOptions options)
    {
        if (options.Url is not { } url)
        {
            return ValidateOptionsResult.Skip;
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return Fail(name, "must be an absolute http or https address, such as http://127.0.0.1:8088/.");
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            return Fail(name, "must hold neither user, query nor fragment; give User and Password by themselves.");
        }

        return url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowPlainHttp
            ? Fail(name, $"is plain http to {url.Host}: password and calls would cross the network unprotected. Use https, a tunnel to this machine, or set AllowPlainHttp.")
            : ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string? name, string what) => ValidateOptionsResult.Fail($"Asterisk '{name}': Url {what}");
}
