using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Sessions;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>The notices that hold now, newest first. They are for the shift: a host that is started anew has none.</summary>
internal sealed class DeskNotices(DeskLive live, DeskSessions sessions, IVirtualOffice office, OfficeRuntime runtime)
{
    public const int MaxText = 500;
    private const int Kept = 5;

    private readonly Lock _gate = new();
    private IReadOnlyList<DeskNotice> _notices = [];

    public IReadOnlyList<DeskNotice> List() => _notices;

    public void Add(string text, string by)
    {
        var notice = new DeskNotice(runtime.Ids.NewId().ToString("N"), text, by, runtime.Clock.GetUtcNow());
        lock (_gate)
        {
            _notices = [notice, .. _notices.Take(Kept - 1)];
        }

        Tell();
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _notices = [.. _notices.Where(n => n.Id != id)];
        }

        Tell();
    }

    private void Tell()
    {
        foreach (var op in office.Operators.List().Where(op => sessions.Find(op.Definition.Id) is not null))
        {
            live.Publish(DeskTopic.Of(op.Definition.Id));
        }

        live.Publish(DeskTopic.Board);
    }
}
