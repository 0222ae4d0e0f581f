namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>The callers of a company who need the same skills: what every call needs to know of them.</summary>
internal struct Lane
{
    public BoardCompany Company;

    /// <summary>The head's static key; <see cref="long.MaxValue"/> when nobody waits.</summary>
    public long HeadKey;

    /// <summary>The first call of all bands; −1 when nobody waits.</summary>
    public int Head;

    /// <summary>The bands that have somebody, a bit each.</summary>
    public uint Bands;

    /// <summary>Rings from this one on have nobody.</summary>
    public short Rings;

    /// <summary>The company's, kept here for every call.</summary>
    public LaneRules Rules;

    /// <summary>The company's, kept here for every call.</summary>
    public long WrapUp;

    public readonly bool Has(LaneRules rule) => (Rules & rule) != LaneRules.None;
}
