namespace VirtualOffice.Sdk.Companies;

/// <summary>A draft was changed by somebody else meanwhile, or it is gone: published or discarded.</summary>
public sealed class DraftConflictException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public DraftConflictException(DraftId draft, int expected, int? actual)
        : base($"The draft {draft} {(actual is null ? "is gone" : $"was saved {actual} times")}, not {expected}; look at what was changed, and save again based on that.") =>
        (Draft, Expected, Actual) = (draft, expected, actual);

    /// <summary>The draft.</summary>
    public DraftId Draft { get; }

    /// <summary>The revision that was looked at.</summary>
    public int Expected { get; }

    /// <summary>The revision there is; null when it is gone.</summary>
    public int? Actual { get; }
}
