namespace VirtualOffice.Sdk.Staffing;

/// <summary>What became of some calls of a simulation.</summary>
internal struct CallTally
{
    public long Offered;
    public long Waited;
    public long Blocked;
    public long Abandoned;
    public long AnsweredInTime;

    /// <summary>The wait of all of them together, in ticks.</summary>
    public double Wait;
}
