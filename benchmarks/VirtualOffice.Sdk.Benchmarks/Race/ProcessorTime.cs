namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Time that this process had a processor, so that what else the machine does counts less.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Now => Environment.CpuUsage.TotalTime;
}
