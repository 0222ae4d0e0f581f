namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// An optional ability of an <see cref="ITelephonyProvider"/>: transfers that are asked for at a phone (SIP's REFER) are not carried out by the PBX but reported as
/// <see cref="LegTransferAsked"/>, and the phone is told what became of them. Phones of operators may call by themselves: <see cref="LegOffered.Device"/>.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public interface IPhoneTransfers
{
    /// <summary>Tells a phone how the transfer goes that was asked for there; what comes after <see cref="PhoneTransferState.Trying"/> is final. A phone that waits for nothing is <see cref="CommandResult.Gone"/>.</summary>
    /// <param name="leg">The leg at whose phone it was asked for.</param>
    /// <param name="state">How it goes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CommandResult> ReportTransferAsync(LegId leg, PhoneTransferState state, CancellationToken cancellationToken);
}
