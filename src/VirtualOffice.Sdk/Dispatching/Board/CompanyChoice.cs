namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Whose caller an operator takes first when several of the operator's companies have one.</summary>
internal enum CompanyChoice : byte
{
    /// <summary>Who waits the longest, head starts counted.</summary>
    LongestWait,

    /// <summary>A caller of the company that stands first in the operator's assignments.</summary>
    CompanyOrder,

    /// <summary>Strict bands first; then the wait, head starts counted, times the company's weight.</summary>
    Weighted,
}
