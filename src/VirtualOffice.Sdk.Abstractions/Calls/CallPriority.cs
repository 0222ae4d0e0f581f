namespace VirtualOffice.Sdk.Calls;

/// <summary>Before whom a caller is served.</summary>
public enum CallPriority
{
    /// <summary>In the order of coming.</summary>
    Normal,

    /// <summary>As if the caller had come two minutes earlier.</summary>
    High,

    /// <summary>As if the caller had come two minutes later.</summary>
    Low,

    /// <summary>Before everybody who is no VIP.</summary>
    Vip,
}
