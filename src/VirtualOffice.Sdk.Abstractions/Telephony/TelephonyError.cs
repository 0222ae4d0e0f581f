namespace VirtualOffice.Sdk.Telephony;

/// <summary>The kinds of <see cref="TelephonyException"/>.</summary>
public enum TelephonyError
{
    /// <summary>The PBX cannot be reached, or did not answer in time; the command may or may not have been carried out.</summary>
    Unavailable,

    /// <summary>The PBX refuses the user or the password.</summary>
    AccessDenied,

    /// <summary>The PBX is a version that is not supported.</summary>
    UnsupportedVersion,

    /// <summary>Another host took the office's place at the PBX.</summary>
    Replaced,

    /// <summary>The PBX refused the command as wrong.</summary>
    Refused,
}
