namespace VirtualOffice.Sdk.Telephony;

/// <summary>
/// An optional ability of an <see cref="ITelephonyProvider"/>: its own records of calls (call detail records), which it keeps whether a host is there or not.
/// With them an office accounts for calls that it never saw.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public interface IPbxCallRecords
{
    /// <summary>Reads the records of calls from outside that have ended, in the order in which the PBX wrote them.</summary>
    /// <param name="bookmark">Where an earlier reading stopped, as the last record read says in <see cref="PbxCallRecord.Bookmark"/>; null from the oldest that is kept. One that is no longer valid, because records were moved away, is taken as null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="TelephonyException">They cannot be read now.</exception>
    IAsyncEnumerable<PbxCallRecord> ReadCallRecordsAsync(string? bookmark, CancellationToken cancellationToken);
}
