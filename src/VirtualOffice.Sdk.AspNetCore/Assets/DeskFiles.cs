using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using VirtualOffice.Sdk.AspNetCore.Security;

namespace VirtualOffice.Sdk.AspNetCore.Assets;

/// <summary>The page's own files, from resources in the assembly.</summary>
internal static class DeskFiles
{
    private const string Prefix = "desk/";

    public static void MapDeskFiles(this IEndpointRouteBuilder mount, string root, OperatorDeskOptions options)
    {
        var files = Read(options.Softphone?.Server);
        mount.MapGet("/", (HttpContext http, DeskIdentity identity) =>
        {
            if (!http.Request.Path.Value!.EndsWith('/'))
            {
                // What the page asks for is relative to its own address.
                return Results.Redirect($"{http.Request.PathBase}{root}/");
            }

            return identity.Identify(http.User) is null && options.SignInPath is { } signIn
                ? Results.Redirect($"{http.Request.PathBase}{signIn}?returnUrl={Uri.EscapeDataString($"{http.Request.PathBase}{root}/")}")
                : files["index.html"].Answer(http);
        }).AllowAnonymous().ExcludeFromDescription();
        foreach (var (name, file) in files.Where(f => f.Key != "index.html"))
        {
            mount.MapGet("/" + name, file.Answer).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static Dictionary<string, DeskFile> Read(Uri? phones)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, DeskFile>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            resource.CopyTo(copy);
            var bytes = copy.ToArray();
            files[name[Prefix.Length..].Replace('\\', '/')] = new DeskFile(
                ContentTypeOf(name), bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""), phones);
        }

        return files.ContainsKey("index.html") ? files : throw new VirtualOfficeException("The desk's files are not in the assembly; run eng/build-desk.sh and build again.");
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
