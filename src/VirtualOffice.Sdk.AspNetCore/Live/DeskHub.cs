using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>Where browsers are told what is out of date, and renew their leases. Everything else goes through the REST interface.</summary>
[Authorize(VirtualOfficePolicies.Anybody)]
internal sealed class DeskHub(DeskLive live, DeskSessions sessions, DeskIdentity identity) : Hub
{
    /// <summary>A browser sends the page's origin; no other page may use the person's cookie.</summary>
    public override Task OnConnectedAsync()
    {
        var request = Context.GetHttpContext()?.Request;
        if (request?.Headers.Origin.ToString() is { Length: > 0 } origin
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            Context.Abort();
        }

        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        live.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Ties an operator's desk to this connection; false when it is fenced.</summary>
    [Authorize(VirtualOfficePolicies.Operator)]
    public bool Attach(long epoch)
    {
        if (!sessions.Renew(Operator, epoch))
        {
            return false;
        }

        live.Join(Context.ConnectionId, DeskTopic.Of(Operator));
        live.Join(Context.ConnectionId, DeskTopic.Queues);
        live.Join(Context.ConnectionId, DeskTopic.Work);
        return true;
    }

    /// <summary>Answers the server's question whether the desk is there; false when it is fenced or its lease has ended.</summary>
    [Authorize(VirtualOfficePolicies.Operator)]
    public bool Renew(long epoch) => sessions.Renew(Operator, epoch);

    /// <summary>Wants to know what changes on the supervisor's board.</summary>
    [Authorize(VirtualOfficePolicies.Supervisor)]
    public void WatchBoard()
    {
        live.Join(Context.ConnectionId, DeskTopic.Board);
        live.Join(Context.ConnectionId, DeskTopic.Work);
    }

    /// <summary>Wants to know what changes in the person's own company.</summary>
    [Authorize(VirtualOfficePolicies.Client)]
    public void WatchCompany() => live.Join(Context.ConnectionId, DeskTopic.Of(Company));

    private OperatorId Operator => identity.Require(Context.User!).Operator!.Value;

    private CompanyId Company => identity.Require(Context.User!).Company!.Value;
}
