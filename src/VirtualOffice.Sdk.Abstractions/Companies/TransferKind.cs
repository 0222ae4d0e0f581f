namespace VirtualOffice.Sdk.Companies;

/// <summary>How a caller is connected with an employee who answers.</summary>
public enum TransferKind
{
    /// <summary>At once.</summary>
    Blind,

    /// <summary>The operator speaks with the employee first, while the caller hears music, and completes the transfer or takes the caller back.</summary>
    Warm,
}
