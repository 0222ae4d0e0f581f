namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>When the wall clock was set, and when hosts were started after it.</summary>
internal sealed class ClockJumps(SimulatedOffice office, Troubles troubles)
{
    private readonly List<DateTimeOffset> _jumps = [];
    private DateTimeOffset _lastStart;

    public int Count => _jumps.Count;

    /// <summary>By how much the clock was set back in all.</summary>
    public TimeSpan SetBack { get; private set; }

    public void Jump(TimeSpan by)
    {
        troubles.Note(by < TimeSpan.Zero ? "clock set back" : "clock set forward", TimeSpan.Zero);
        office.World.Clock.ShiftUtc(by);
        _jumps.Add(office.Now);
        SetBack += by < TimeSpan.Zero ? -by : TimeSpan.Zero;
    }

    public void HostStarted() => _lastStart = office.Now;

    /// <summary>Whether the clock was set since a time, and a host was started since.</summary>
    public bool HasRestartSince(DateTimeOffset from) => _lastStart >= from && _jumps.Exists(j => j >= from);
}
