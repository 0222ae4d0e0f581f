namespace VirtualOffice.Sdk.Telephony;

/// <summary>How a transfer goes that was asked for at a phone.</summary>
public enum PhoneTransferState
{
    /// <summary>Somebody is being called.</summary>
    Trying,

    /// <summary>It was answered and is done; the phone lets go of the call.</summary>
    Answered,

    /// <summary>Nobody answered; the phone keeps the call.</summary>
    Unavailable,

    /// <summary>It may not be, or was given up; the phone keeps the call.</summary>
    Declined,
}
