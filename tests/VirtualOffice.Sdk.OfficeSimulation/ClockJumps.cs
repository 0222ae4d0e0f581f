namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>When the wall clock was set, and when hosts were started after it.</summary>
internal sealed class ClockJumps(SimulatedOffice office, Troubles troubles)
{
    private readonly List<DateTimeOffset> _jumps = [];
    private readonly List<DateTimeOffset> _starts = [];

    public int Count => _jumps.Count;

    /// <summary>By how much the clock was set back in all.</summary>
    public TimeSpan SetBack { get; private set; }

    public void Jump(TimeSpan by)
    {
        troubles.Note(by < TimeSpan.Zero ? "clock set back" : "clock set forward", TimeSpan.Zero, TimeSpan.Zero);
        office.World.Clock.ShiftUtc(by);
        _jumps.Add(office.Now);
        SetBack += by < TimeSpan.Zero ? -by : TimeSpan.Zero;
    }

    public void HostStarted() => _starts.Add(office.Now);

    /// <summary>Whether a host was started since a time, and the clock was set since the host of that time was started: the one that took over cannot know.</summary>
    public bool HasRestartSince(DateTimeOffset from) => _starts[^1] >= from && _jumps.Exists(j => j >= _starts.FindLast(s => s <= from));
}
