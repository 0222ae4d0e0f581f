using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Writes down who did what over others' heads.</summary>
internal sealed partial class BoardAudit(DeskIdentity identity, ILogger<BoardAudit> logger)
{
    public void StateSet(HttpContext http, OperatorId op, OperatorState state)
    {
        var who = NameOf(http);
        LogStateSet(who, op, state);
    }

    /// <summary>The name of who gives a notice.</summary>
    public string NoticeGiven(HttpContext http)
    {
        var who = NameOf(http);
        LogNoticeGiven(who);
        return who;
    }

    public void HungUp(HttpContext http, CallId call)
    {
        var who = NameOf(http);
        LogHungUp(who, call);
    }

    public void RecordingOpened(HttpContext http, CallId call)
    {
        var who = NameOf(http);
        LogRecordingOpened(who, call);
    }

    private string NameOf(HttpContext http) => identity.Require(http.User).Name;

    [LoggerMessage(EventId = 3010, Level = LogLevel.Information, Message = "Audit: {Who} made operator {Operator} {State}.")]
    private partial void LogStateSet(string who, OperatorId @operator, OperatorState state);

    [LoggerMessage(EventId = 3013, Level = LogLevel.Information, Message = "Audit: {Who} gave every operator a notice.")]
    private partial void LogNoticeGiven(string who);

    [LoggerMessage(EventId = 3011, Level = LogLevel.Information, Message = "Audit: {Who} hung up call {Call}.")]
    private partial void LogHungUp(string who, CallId call);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Information, Message = "Audit: {Who} opened the recording of call {Call}.")]
    private partial void LogRecordingOpened(string who, CallId call);
}
