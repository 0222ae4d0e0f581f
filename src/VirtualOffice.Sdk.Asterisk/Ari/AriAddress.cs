using System.Text;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The addresses of ARI, and the header that opens them. The password is in the header only: what is in an address ends up in logs.</summary>
internal sealed class AriAddress
{
    public AriAddress(AsteriskOptions options)
    {
        var url = options.Url!;
        var path = url.AbsolutePath.TrimEnd('/');
        var root = path.EndsWith("/ari", StringComparison.OrdinalIgnoreCase) ? path : path + "/ari";
        Rest = new Uri(url, root + "/");
        var socket = new UriBuilder(Rest) { Scheme = url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs };
        socket.Path += "events";
        socket.Query = $"app={Uri.EscapeDataString(options.Application)}";
        Events = socket.Uri;
        Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
    }

    public Uri Rest { get; }

    public Uri Events { get; }

    public string Authorization { get; }
}
