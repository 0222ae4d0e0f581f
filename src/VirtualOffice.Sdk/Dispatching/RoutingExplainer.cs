using System.Globalization;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching.Board;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>Puts the board's reasons into words.</summary>
internal sealed class RoutingExplainer(DispatchBoard board, IReadOnlyList<HostedOperator> operators)
{
    /// <summary>Explains a call that waits or has just been offered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="company">Whose queue it is in.</param>
    /// <param name="number">This company's number on the board.</param>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="chosen">The operator it is offered to; −1 for nobody.</param>
    /// <param name="now">Now.</param>
    public RoutingExplanation Explain(in HostedCall call, CompanyId company, int number, string strategy, int chosen, long now)
    {
        var handle = call.Handle;
        var waited = Math.Max(0, now - board.StatusOf(handle).EnqueuedAt);
        return new RoutingExplanation(
            call.Id,
            company,
            new DateTimeOffset(now, TimeSpan.Zero),
            new TimeSpan(waited),
            strategy,
            chosen < 0 ? null : operators[chosen].Definition.Id,
            chosen < 0 ? null : IdleOf(chosen, now),
            [.. board.OperatorsOf(number).Where(op => op != chosen).Select(op => new SkippedOperator(operators[op].Definition.Id, ReasonOf(handle, op, now)))]);
    }

    private TimeSpan? IdleOf(int op, long now) => operators[op].IdleSince is { } since ? new TimeSpan(Math.Max(0, now - since)) : null;

    private string ReasonOf(CallHandle call, int op, long now)
    {
        var obstacle = board.ObstacleOf(call, op, now);
        return obstacle.Kind switch
        {
            ObstacleKind.Busy => StateOf(op),
            ObstacleKind.SkillMissing => "lacks a skill",
            ObstacleKind.Declined => "declined this call",
            ObstacleKind.BackupLater => $"backup, asked in {Seconds(obstacle.Until - now)}",
            ObstacleKind.PromisedToAnother => "waits for another operator",
            ObstacleKind.CallGone => "the call has left",
            _ => IdleOf(op, now) is { } idle ? $"idle {Seconds(idle.Ticks)}, after the chosen" : "after the chosen",
        };
    }

    private string StateOf(int op) => board.StatusOf(op).State switch
    {
        OperatorState.Offline => "offline",
        OperatorState.Break => "on a break",
        OperatorState.Offered => "offered another call",
        OperatorState.OnCall => "on a call",
        OperatorState.WrapUp => "wrap-up",
        var state => state.ToString(),
    };

    private static string Seconds(long ticks) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(new TimeSpan(ticks).TotalSeconds):F0} s");
}
