using System.Globalization;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>Responses and bodies.</summary>
internal static class SipReply
{
    public static SipMessage To(SipMessage request, int status, string tag, string? contact, string body = "")
    {
        var to = request["To"];
        List<(string, string)> headers = [.. request.All("Via"), ("From", request["From"]), ("Call-ID", request.CallId), ("CSeq", request["CSeq"])];
        headers.Add(("To", to.Contains("tag=", StringComparison.Ordinal) ? to : $"{to};tag={tag}"));
        headers.AddRange(request.All("Record-Route"));
        if (contact is not null)
        {
            headers.Add(("Contact", contact));
        }

        return new SipMessage(string.Create(CultureInfo.InvariantCulture, $"SIP/2.0 {status} {Reason(status)}"), headers, body);
    }

    public static string Sdp(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        v=0
        o=test 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio {port} RTP/AVP 8 101
        a=rtpmap:8 PCMA/8000
        a=rtpmap:101 telephone-event/8000

        """).ReplaceLineEndings("\r\n");

    private static string Reason(int status) => status switch
    {
        180 => "Ringing",
        183 => "Session Progress",
        200 => "OK",
        404 => "Not Found",
        408 => "Request Timeout",
        480 => "Temporarily Unavailable",
        486 => "Busy Here",
        487 => "Request Terminated",
        503 => "Service Unavailable",
        603 => "Decline",
        _ => "Other",
    };
}
