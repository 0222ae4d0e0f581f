namespace VirtualOffice.Sdk.Messages.Http;

/// <summary>What an HTTP channel's address and timeout may be.</summary>
internal static class HttpAddress
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    // Below the time an attempt has in all, so that a channel's own answer is the one that is recorded.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    /// <summary>What is wrong with an address; null when nothing is. Messages are personal data: they go over TLS, or stay on this machine.</summary>
    public static string? Problem(Uri? address) => address switch
    {
        null or { IsAbsoluteUri: false } => "must be an absolute address, for example https://example.com/messages.",
        { UserInfo.Length: > 0 } => "must have no user name or password in it.",
        { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => null,
        _ => $"is '{address.Scheme}://{address.Authority}'; allowed is https, or http to this machine.",
    };

    /// <summary>What is wrong with a timeout; null when nothing is.</summary>
    public static string? TimeoutProblem(TimeSpan timeout) =>
        timeout >= Shortest && timeout <= Longest ? null : $"is {timeout}; allowed is {Shortest} to {Longest}.";
}
