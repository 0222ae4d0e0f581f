namespace VirtualOffice.Sdk;

/// <summary>
/// How an SMS gateway is asked to send a text. <c>{to}</c> (the number, <c>+</c> and digits), <c>{text}</c> and <c>{id}</c> (the delivery's id, the same in every attempt)
/// are filled in, encoded for the place they stand in. Validated at start.
/// </summary>
public sealed class SmsGatewayOptions
{
    /// <summary>The address, https, or http to this very machine; placeholders may stand in its path and query.</summary>
    public string Url { get; set; } = "";

    /// <summary>The method, <c>POST</c> by default.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>The body; null for none. In JSON, placeholders stand within strings: <c>{"to":"{to}","text":"{text}"}</c>.</summary>
    public string? Body { get; set; }

    /// <summary>The body's type, <c>application/json</c> (by default) or <c>application/x-www-form-urlencoded</c>.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>Further headers, such as one with the gateway's key. Never logged.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest text, in UTF-16 characters, that is sent; a longer one is cut. 40 to 2000; 480 by default.</summary>
    public int MaxLength { get; set; } = 480;

    /// <summary>How long an attempt may take. 1 to 100 s; 15 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
