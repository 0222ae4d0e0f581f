namespace VirtualOffice.Sdk.Staffing;

/// <summary>What can happen in a simulation.</summary>
internal enum SimulationEventKind : byte
{
    Arrival,
    End,
    PatienceEnds,
    IntervalBegins,
}
