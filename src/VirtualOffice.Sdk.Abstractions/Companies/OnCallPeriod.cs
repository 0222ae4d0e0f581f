namespace VirtualOffice.Sdk.Companies;

/// <summary>How long a turn of an on-call rotation is.</summary>
public enum OnCallPeriod
{
    /// <summary>From one day's handover to the next day's.</summary>
    Day,

    /// <summary>From one week's handover to the next week's.</summary>
    Week,
}
