namespace VirtualOffice.Sdk.Scripts;

/// <summary>In which hours a script is used.</summary>
public enum ScriptHours
{
    /// <summary>While the company is open.</summary>
    Open,

    /// <summary>While it is closed.</summary>
    Closed,

    /// <summary>Always.</summary>
    Any,
}
