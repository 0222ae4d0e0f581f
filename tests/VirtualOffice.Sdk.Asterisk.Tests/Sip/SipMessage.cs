using System.Globalization;
using System.Net;
using System.Text;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>A SIP message: start line, headers, body.</summary>
internal sealed record SipMessage(string StartLine, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public string Method => StartLine.Split(' ')[0];

    /// <summary>The status of a response; 0 for a request.</summary>
    public int Status => StartLine.StartsWith("SIP/2.0 ", StringComparison.Ordinal) ? int.Parse(StartLine.Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    public string CallId => this["Call-ID"];

    /// <summary>The method that a response answers, or that a request has.</summary>
    public string SequenceMethod => this["CSeq"].Split(' ')[^1];

    public string this[string name] => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public IEnumerable<(string Name, string Value)> All(string name) => Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the other side wants to hear; null without SDP.</summary>
    public IPEndPoint? Audio()
    {
        var lines = Body.Split("\r\n");
        var address = lines.FirstOrDefault(l => l.StartsWith("c=IN IP4 ", StringComparison.Ordinal))?[9..];
        var port = lines.FirstOrDefault(l => l.StartsWith("m=audio ", StringComparison.Ordinal))?.Split(' ')[1];
        return address is null || port is null ? null : new IPEndPoint(IPAddress.Parse(address), int.Parse(port, CultureInfo.InvariantCulture));
    }

    public static SipMessage Parse(ReadOnlySpan<byte> datagram)
    {
        var text = Encoding.UTF8.GetString(datagram);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).Split("\r\n");
        var headers = lines.Skip(1).Where(l => l.Contains(':', StringComparison.Ordinal)).Select(l => l.Split(':', 2)).Select(p => (p[0].Trim(), p[1].Trim()));
        return new SipMessage(lines[0], [.. headers], end < 0 ? "" : text[(end + 4)..]);
    }

    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var text = new StringBuilder(StartLine).Append("\r\n");
        foreach (var (name, value) in Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (body.Length > 0 && this["Content-Type"].Length == 0)
        {
            text.Append("Content-Type: application/sdp\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(text.ToString()), .. body];
    }
}
