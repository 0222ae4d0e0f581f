namespace VirtualOffice.Sdk.Companies;

/// <summary>What kind of number an employee is reached at.</summary>
public enum ReachKind
{
    /// <summary>Not said.</summary>
    Other,

    /// <summary>At work.</summary>
    Office,

    /// <summary>A mobile phone.</summary>
    Mobile,

    /// <summary>At home.</summary>
    Home,
}
