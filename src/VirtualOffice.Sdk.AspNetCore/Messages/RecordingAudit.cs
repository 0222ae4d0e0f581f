using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Messages;

/// <summary>Writes down who hears voice messages by a link. Links that do not work are in the log alone: anybody could fill the audit with them.</summary>
internal sealed partial class RecordingAudit(IVirtualOffice office, OpenedRecordings opened, ILogger<RecordingAudit> logger)
{
    private const string By = "a message's link";

    public async Task OpenedAsync(HttpContext http, LinkedRecording recording)
    {
        var (address, link) = (Audited.AddressOf(http), recording.Delivery.ToString());
        if (opened.Contains(By, address, recording.Call, link))
        {
            return;
        }

        await office.Audit.RecordAsync(new AuditEntry(AuditAct.OpenVoiceMessage, By)
        {
            Role = "link",
            Address = address,
            Call = recording.Call,
            Company = recording.Company,
            Detail = $"recording {recording.Recording}, by the link of delivery {link}",
        });
        opened.Add(By, address, recording.Call, link);
    }

    public void Refused(HttpContext http) => LogRefused(http.Connection.RemoteIpAddress);

    [LoggerMessage(EventId = 3015, Level = LogLevel.Warning, Message = "Audit: a link to a voice message that does not work was tried from {Address}.")]
    private partial void LogRefused(IPAddress? address);
}
