namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>The calls that took their place in a queue within an interval, and what became of them.</summary>
/// <param name="At">When the interval begins, UTC.</param>
/// <param name="Offered">Calls that came to wait for an operator.</param>
/// <param name="Answered">Of them, those an operator answered.</param>
/// <param name="AnsweredInTime">Of these, those answered within the threshold.</param>
/// <param name="Abandoned">Of them, those whose callers hung up while they waited.</param>
/// <param name="AbandonedInTime">Of these, those who did so within the threshold.</param>
/// <param name="OfAnswered">Answered in time ÷ answered; null when none was.</param>
/// <param name="OfAll">(Answered in time + abandoned in time) ÷ (answered + abandoned); null when there was none.</param>
/// <param name="LongestWaitSeconds">The longest wait of a call of the interval; null when there was no call.</param>
internal sealed record IntervalView(
    DateTimeOffset At, int Offered, int Answered, int AnsweredInTime, int Abandoned, int AbandonedInTime, double? OfAnswered, double? OfAll, double? LongestWaitSeconds);
