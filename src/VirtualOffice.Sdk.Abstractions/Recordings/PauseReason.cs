namespace VirtualOffice.Sdk.Recordings;

/// <summary>Why a recording takes nothing in.</summary>
public enum PauseReason
{
    /// <summary>Somebody asked for it, for example while card data is said.</summary>
    Asked,

    /// <summary>The company has only the operator's part recorded.</summary>
    Policy,
}
