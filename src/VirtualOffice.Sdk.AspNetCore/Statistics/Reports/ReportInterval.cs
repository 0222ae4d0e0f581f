namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>How long a report's intervals are.</summary>
internal enum ReportInterval
{
    /// <summary>A company's day, from midnight to midnight.</summary>
    Day,

    /// <summary>Half an hour, counted from a company's midnight.</summary>
    HalfHour,
}
