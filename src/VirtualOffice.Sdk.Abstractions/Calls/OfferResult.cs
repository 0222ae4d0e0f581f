namespace VirtualOffice.Sdk.Calls;

/// <summary>How an offer to an operator ended.</summary>
public enum OfferResult
{
    /// <summary>The operator answered and has the call.</summary>
    Accepted,

    /// <summary>The operator declined.</summary>
    Rejected,

    /// <summary>The operator's phone rang and was not answered.</summary>
    Missed,

    /// <summary>The operator's phone could not be reached.</summary>
    DeviceGone,

    /// <summary>The caller hung up first.</summary>
    CallerGone,

    /// <summary>The offer was taken back, for example because another operator had accepted or the office was interrupted.</summary>
    Withdrawn,
}
