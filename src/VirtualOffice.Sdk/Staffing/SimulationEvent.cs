using VirtualOffice.Sdk.Dispatching.Board;

namespace VirtualOffice.Sdk.Staffing;

/// <summary>What is to happen.</summary>
/// <param name="Kind">What.</param>
/// <param name="Company">Of an arrival, whom it calls.</param>
/// <param name="Call">Which call ends, or has no patience left.</param>
internal readonly record struct SimulationEvent(SimulationEventKind Kind, int Company, CallHandle Call);
