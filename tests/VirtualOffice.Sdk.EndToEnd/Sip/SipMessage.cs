using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>One SIP message as SIPp sent or received it.</summary>
internal sealed partial record SipMessage(DateTimeOffset At, bool IsSent, string Text)
{
    /// <summary>The method of a request, empty for a response.</summary>
    public string Method { get; } = Text.StartsWith("SIP/2.0 ", StringComparison.Ordinal) ? "" : Text.Split(' ', 2)[0];

    /// <summary>The status of a response, 0 for a request.</summary>
    public int Status { get; } = Text.StartsWith("SIP/2.0 ", StringComparison.Ordinal) ? int.Parse(Text.AsSpan(8, 3), CultureInfo.InvariantCulture) : 0;

    /// <summary>Who a request asks for: the part between <c>sip:</c> and <c>@</c>.</summary>
    public string RequestUser => RequestLine().Match(Text).Groups["user"].Value;

    public string CallId => Header("Call-ID");

    /// <summary>Whether the request opens a dialog, rather than changing one that is there.</summary>
    public bool IsFirstInvite => Method == "INVITE" && !Header("To").Contains(";tag=", StringComparison.Ordinal);

    /// <summary>Whether the response is to this method.</summary>
    public bool Answers(string method) => Header("CSeq").EndsWith(' ' + method, StringComparison.Ordinal);

    public string Header(string name)
    {
        var start = Text.IndexOf($"\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return "";
        start += name.Length + 2;
        var end = Text.IndexOf('\n', start);
        return Text[start..(end < 0 ? Text.Length : end)].Trim();
    }

    /// <summary>Where the sender wants its audio, as its SDP says.</summary>
    public IPEndPoint? Audio()
    {
        var port = AudioLine().Match(Text);
        return port.Success ? new IPEndPoint(IPAddress.Loopback, int.Parse(port.Groups["port"].ValueSpan, CultureInfo.InvariantCulture)) : null;
    }

    public override string ToString() => $"{At:HH:mm:ss.fff} {(IsSent ? "sent" : "got")} {Text.Split('\n', 2)[0].Trim()} ({Header("CSeq")})";

    [GeneratedRegex(@"^[A-Z]+ sip:(?:(?<user>[^@ ]*)@)?", RegexOptions.ExplicitCapture)]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^m=audio (?<port>\d+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AudioLine();
}
