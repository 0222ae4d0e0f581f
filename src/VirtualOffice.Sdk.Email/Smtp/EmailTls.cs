namespace VirtualOffice.Sdk.Email;

/// <summary>How the connection to an SMTP server is protected.</summary>
public enum EmailTls
{
    /// <summary>By STARTTLS when the server offers it. The server's certificate must then be valid.</summary>
    WhenAvailable,

    /// <summary>By STARTTLS; a server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>From the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>Not at all.</summary>
    None,
}
