using System.Net;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>ARI's answer to a command.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What it said with a refusal.</param>
internal readonly record struct AriAnswer(HttpStatusCode Status, string? Message)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>404 and 409 are how a race with a hang-up ends: no such channel, or one that has left the application.</summary>
    public bool IsGone => Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict;
}
