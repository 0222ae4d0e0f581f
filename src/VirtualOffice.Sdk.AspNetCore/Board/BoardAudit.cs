using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Supervision;

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

    public void Directed(HttpContext http, CallId call, OperatorId op)
    {
        var who = NameOf(http);
        LogDirected(who, call, op);
    }

    public void Assigned(HttpContext http, OperatorId op, IReadOnlyList<CompanyId> companies)
    {
        var (who, served) = (NameOf(http), string.Join(", ", companies));
        LogAssigned(who, op, served);
    }

    public void Listens(HttpContext http, CallId call, ListeningMode mode)
    {
        var who = NameOf(http);
        LogListens(who, mode, call);
    }

    public void MessageTaken(HttpContext http, CallId call)
    {
        var who = NameOf(http);
        LogMessageTaken(who, call);
    }

    private string NameOf(HttpContext http) => identity.Require(http.User).Name;

    [LoggerMessage(EventId = 3010, Level = LogLevel.Information, Message = "Audit: {Who} made operator {Operator} {State}.")]
    private partial void LogStateSet(string who, OperatorId @operator, OperatorState state);

    [LoggerMessage(EventId = 3013, Level = LogLevel.Information, Message = "Audit: {Who} gave every operator a notice.")]
    private partial void LogNoticeGiven(string who);

    [LoggerMessage(EventId = 3011, Level = LogLevel.Information, Message = "Audit: {Who} hung up call {Call}.")]
    private partial void LogHungUp(string who, CallId call);

    [LoggerMessage(EventId = 3016, Level = LogLevel.Information, Message = "Audit: {Who} gave call {Call} to operator {Operator}.")]
    private partial void LogDirected(string who, CallId call, OperatorId @operator);

    [LoggerMessage(EventId = 3017, Level = LogLevel.Information, Message = "Audit: {Who} let operator {Operator} serve: {Companies}.")]
    private partial void LogAssigned(string who, OperatorId @operator, string companies);

    [LoggerMessage(EventId = 3018, Level = LogLevel.Information, Message = "Audit: {Who} asked to {Mode} in on call {Call}.")]
    private partial void LogListens(string who, ListeningMode mode, CallId call);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Information, Message = "Audit: {Who} opened the recording of call {Call}.")]
    private partial void LogRecordingOpened(string who, CallId call);

    [LoggerMessage(EventId = 3019, Level = LogLevel.Information, Message = "Audit: {Who} took a message of call {Call}.")]
    private partial void LogMessageTaken(string who, CallId call);
}
