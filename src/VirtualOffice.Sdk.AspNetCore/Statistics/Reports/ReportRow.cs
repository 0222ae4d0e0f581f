namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>The calls of a company that took their place in its queue within an interval, and what became of them.</summary>
/// <param name="Company">The company.</param>
/// <param name="Date">The day, as the company's calendar has it; null in the sums of the whole time.</param>
/// <param name="At">When the interval begins, UTC; null in the sums of the whole time.</param>
/// <param name="Offered">Calls that came to wait for an operator.</param>
/// <param name="Answered">Of them, those whose caller an operator had.</param>
/// <param name="AnsweredInTime">Of these, those within the threshold.</param>
/// <param name="Abandoned">Of them, those whose callers hung up while they waited.</param>
/// <param name="AbandonedInTime">Of these, those who did so within the threshold.</param>
/// <param name="OfAnswered">Answered in time ÷ answered; null when none was.</param>
/// <param name="OfAll">(Answered in time + abandoned in time) ÷ (answered + abandoned); null when there was none.</param>
/// <param name="AverageAnswerSeconds">Average speed of answer: from taking the place in the queue to the operator, over the calls answered; null when none was.</param>
/// <param name="AverageHandleSeconds">Average handle time: how long operators had the caller, holds included and the work after the call not, over the calls answered; null when none was.</param>
/// <param name="LongestWaitSeconds">The longest wait.</param>
internal sealed record ReportRow(
    string Company,
    string? Date,
    DateTimeOffset? At,
    int Offered,
    int Answered,
    int AnsweredInTime,
    int Abandoned,
    int AbandonedInTime,
    double? OfAnswered,
    double? OfAll,
    double? AverageAnswerSeconds,
    double? AverageHandleSeconds,
    double LongestWaitSeconds);
