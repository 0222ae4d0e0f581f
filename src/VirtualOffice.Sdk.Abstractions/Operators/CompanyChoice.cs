namespace VirtualOffice.Sdk.Operators;

/// <summary>Whose caller an operator takes first when several of the operator's companies have one.</summary>
public enum CompanyChoice
{
    /// <summary>Who waits the longest; a priority counts as a head start.</summary>
    LongestWait,

    /// <summary>A caller of the company that stands first in the operator's assignments.</summary>
    CompanyOrder,

    /// <summary>VIPs first; then the wait, priorities counted, times the company's weight.</summary>
    Weighted,
}
