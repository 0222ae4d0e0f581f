namespace VirtualOffice.Sdk.Email;

/// <summary>What an e-mail meant that came to the office.</summary>
public enum InboundEmailResult
{
    /// <summary>Nothing for the office: no answer to a message of it, an automatic answer, or notice of a delay.</summary>
    Ignored,

    /// <summary>Somebody answered a message, which acknowledged it.</summary>
    Acknowledged,

    /// <summary>A message came back.</summary>
    Bounced,
}
