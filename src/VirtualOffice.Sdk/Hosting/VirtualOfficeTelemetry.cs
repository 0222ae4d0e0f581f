namespace VirtualOffice.Sdk;

/// <summary>The names under which an office reports itself.</summary>
public static class VirtualOfficeTelemetry
{
    /// <summary>The name of both the <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string SourceName = "VirtualOffice.Sdk";
}
