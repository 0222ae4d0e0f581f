using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Queues;

/// <summary>A company's queue at an instant.</summary>
/// <param name="Company">The company.</param>
/// <param name="Version">Grows with every change of any queue: a snapshot with a smaller one is older.</param>
/// <param name="At">The instant, UTC.</param>
/// <param name="Waiting">How many callers wait for the company's operators.</param>
/// <param name="LongestWait">How long the one who is longest in line has waited; null when none waits.</param>
/// <param name="Operators">How many of the company's operators are in each state; states without any are left out.</param>
/// <param name="Recent">The service of the last 15 minutes.</param>
/// <param name="Hour">The service of the last hour.</param>
public sealed record QueueSnapshot(
    CompanyId Company,
    long Version,
    DateTimeOffset At,
    int Waiting,
    TimeSpan? LongestWait,
    IReadOnlyDictionary<OperatorState, int> Operators,
    ServiceLevel Recent,
    ServiceLevel Hour);
