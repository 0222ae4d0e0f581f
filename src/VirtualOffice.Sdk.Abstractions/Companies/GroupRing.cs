namespace VirtualOffice.Sdk.Companies;

/// <summary>How the members of a group are dialled.</summary>
public enum GroupRing
{
    /// <summary>One after the other, from the first on.</summary>
    InOrder,

    /// <summary>One after the other, beginning with the one after whom it began with the last time.</summary>
    Rotation,

    /// <summary>All at once: everybody's first number, then everybody's second, and so on; who is first to take the call has it.</summary>
    AllAtOnce,
}
