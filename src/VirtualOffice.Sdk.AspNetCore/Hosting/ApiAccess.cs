namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>Who may use the REST interface.</summary>
public enum ApiAccess
{
    /// <summary>Who is signed in as <see cref="DeskRole.Admin"/>.</summary>
    Admin,

    /// <summary>Every program of this machine, without signing in: connections over a loopback address that no proxy forwarded and no web page of another site made.</summary>
    Loopback,
}
