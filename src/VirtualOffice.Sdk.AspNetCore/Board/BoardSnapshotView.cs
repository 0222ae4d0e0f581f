namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Everything the supervisor's board shows, at a version.</summary>
internal sealed record BoardSnapshotView(
    long Version,
    DateTimeOffset At,
    bool IsReady,
    IReadOnlyList<string> WaitingFor,
    IReadOnlyList<BoardQueueView> Queues,
    IReadOnlyList<BoardOperatorView> Operators,
    IReadOnlyList<BoardCallView> Calls,
    IReadOnlyList<BoardAlarmView> Alarms,
    IReadOnlyList<DeskNotice> Notices,
    IReadOnlyList<BoardListenerView> Listeners);
