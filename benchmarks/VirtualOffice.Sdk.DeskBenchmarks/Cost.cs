namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>What the office's process has used since it began.</summary>
internal sealed record Cost(double CpuSeconds, long AllocatedBytes, long WorkingSet);
