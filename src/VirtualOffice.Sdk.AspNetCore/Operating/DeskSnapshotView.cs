using VirtualOffice.Sdk.AspNetCore.Board;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Everything an operator's desk shows, at a version.</summary>
internal sealed record DeskSnapshotView(
    long Version, DateTimeOffset At, long Epoch, double LeaseSeconds, DeskOperatorView Operator, DeskCallView? Call, IReadOnlyList<DeskQueueView> Queues, IReadOnlyList<DeskNotice> Notices);
