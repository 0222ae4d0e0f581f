namespace VirtualOffice.Sdk.Calls;

/// <summary>Why a call was refused.</summary>
public enum RefusalReason
{
    /// <summary>No company has the number dialled.</summary>
    UnknownNumber,

    /// <summary>The caller is blocked.</summary>
    Blocked,

    /// <summary>The company is closed and takes no messages then.</summary>
    Closed,

    /// <summary>The office is at its limit.</summary>
    Overload,
}
