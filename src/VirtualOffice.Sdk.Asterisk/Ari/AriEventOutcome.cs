namespace VirtualOffice.Sdk.Asterisk;

/// <summary>What became of reading an event.</summary>
internal enum AriEventOutcome
{
    /// <summary>It is of a type that is acted upon, and whole.</summary>
    Read,

    /// <summary>It is of another type.</summary>
    Ignored,

    /// <summary>It is not JSON, is cut off, too deep, or something in it is missing or of another kind than it should be.</summary>
    Malformed,
}
