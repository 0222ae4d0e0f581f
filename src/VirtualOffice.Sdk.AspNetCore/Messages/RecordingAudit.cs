using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Messages;

/// <summary>Writes down who hears voice messages by a link.</summary>
internal sealed partial class RecordingAudit(ILogger<RecordingAudit> logger)
{
    public void Opened(HttpContext http, LinkedRecording recording) => LogOpened(recording.Delivery, recording.Call, recording.Company, http.Connection.RemoteIpAddress);

    public void Refused(HttpContext http) => LogRefused(http.Connection.RemoteIpAddress);

    [LoggerMessage(EventId = 3014, Level = LogLevel.Information, Message = "Audit: the voice message of call {Call} of {Company} was opened by the link of delivery {Delivery}, from {Address}.")]
    private partial void LogOpened(DeliveryId delivery, CallId call, CompanyId company, IPAddress? address);

    [LoggerMessage(EventId = 3015, Level = LogLevel.Warning, Message = "Audit: a link to a voice message that does not work was tried from {Address}.")]
    private partial void LogRefused(IPAddress? address);
}
