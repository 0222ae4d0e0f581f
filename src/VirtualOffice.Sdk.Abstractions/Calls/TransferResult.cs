namespace VirtualOffice.Sdk.Calls;

/// <summary>How a transfer ended.</summary>
public enum TransferResult
{
    /// <summary>Caller and employee were connected.</summary>
    Transferred,

    /// <summary>No number was answered; the caller went back to the operator.</summary>
    Failed,

    /// <summary>The operator took the caller back.</summary>
    TakenBack,

    /// <summary>The caller hung up meanwhile.</summary>
    CallerGone,
}
