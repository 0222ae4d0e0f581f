namespace VirtualOffice.Sdk.Companies;

/// <summary>Which calls of a company are recorded.</summary>
public enum RecordingMode
{
    /// <summary>Every call, from its answer to its end.</summary>
    All,

    /// <summary>The time in which the caller talks with an operator, and nothing else.</summary>
    Operator,

    /// <summary>None. Voice messages are messages, and are kept all the same.</summary>
    None,
}
