namespace VirtualOffice.Sdk.Staffing;

/// <summary>A call of a simulation.</summary>
/// <param name="Tally">Where it counts; −1 for nowhere.</param>
/// <param name="Arrived">When it came.</param>
/// <param name="Talk">How long it will take.</param>
/// <param name="Waited">Whether it found nobody free.</param>
internal readonly record struct SimulatedCall(int Tally, long Arrived, long Talk, bool Waited);
