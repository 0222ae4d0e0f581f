namespace VirtualOffice.Sdk.Testing;

/// <summary>Something in a scenario was not as it should be. The message says what was expected, what there was instead, and shows everything that happened until then.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">What was expected and what there was.</param>
    /// <param name="timeline">Everything that happened, one line each.</param>
    /// <param name="innerException">What the problem came from; null when from nothing.</param>
    public ScenarioException(string problem, string timeline, Exception? innerException = null)
        : base(timeline.Length == 0 ? problem : $"{problem}\n\n{timeline}", innerException) => (Problem, Timeline) = (problem, timeline);

    /// <summary>What was expected and what there was.</summary>
    public string Problem { get; }

    /// <summary>Everything that happened until then, one line each, with the time of the company.</summary>
    public string Timeline { get; }
}
