using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A command's id, from the header <c>Idempotency-Key</c>.</summary>
internal static class CommandKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Null when there is none.</summary>
    public static CommandId? Of(HttpRequest request) => request.Headers[Header].ToString() is { Length: > 0 } key
        ? CommandId.TryParse(key, out var command) ? command : throw new BadHttpRequestException($"'{Header}' is '{key}'; allowed are 1 to 100 letters, digits, '-' or '_'.")
        : null;
}
