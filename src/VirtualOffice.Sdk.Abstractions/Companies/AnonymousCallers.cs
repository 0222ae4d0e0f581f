namespace VirtualOffice.Sdk.Companies;

/// <summary>What becomes of callers who withhold their number.</summary>
public enum AnonymousCallers
{
    /// <summary>They are served as everybody.</summary>
    Accept,

    /// <summary>They are asked for a voice message.</summary>
    Message,

    /// <summary>They are refused.</summary>
    Refuse,
}
