namespace VirtualOffice.Sdk.Companies;

/// <summary>What becomes of a dispatch step to somebody who is away when its time comes.</summary>
public enum AwayRecipients
{
    /// <summary>They are told all the same; the default, because a message waits where a call does not.</summary>
    Tell,

    /// <summary>Who stands in for them is told instead; where nobody does, they are passed over.</summary>
    StandIn,

    /// <summary>They are passed over.</summary>
    Skip,
}
