namespace VirtualOffice.Sdk.Queues;

/// <summary>
/// How many callers were served in time. The field has two formulas under one name, and they disagree exactly when callers leave: both are here. Counted since the host started;
/// callers sent away by a limit (<see cref="Companies.QueueLimit"/>) are in neither.
/// </summary>
/// <param name="Window">Over what time, to whole minutes.</param>
/// <param name="Threshold">What counts as in time, from the call's place in the queue to an operator's answer.</param>
/// <param name="Answered">Calls an operator answered.</param>
/// <param name="AnsweredInTime">Those of them answered in time.</param>
/// <param name="Abandoned">Calls whose callers hung up while they waited.</param>
/// <param name="AbandonedInTime">Those of them who did so in time.</param>
public sealed record ServiceLevel(TimeSpan Window, TimeSpan Threshold, int Answered, int AnsweredInTime, int Abandoned, int AbandonedInTime)
{
    /// <summary>Answered in time ÷ answered: looks good while callers leave (Asterisk's "SL"). Null when none was answered.</summary>
    public double? OfAnswered => Answered == 0 ? null : (double)AnsweredInTime / Answered;

    /// <summary>(Answered in time + abandoned in time) ÷ (answered + abandoned) (Asterisk's "SL2"). Null when there was no call.</summary>
    public double? OfAll => Answered + Abandoned == 0 ? null : (double)(AnsweredInTime + AbandonedInTime) / (Answered + Abandoned);
}
