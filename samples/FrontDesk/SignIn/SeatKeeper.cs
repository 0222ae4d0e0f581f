using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace FrontDesk.SignIn;

/// <summary>Whoever opens a desk takes the place of the simulated operator, and gives it back.</summary>
internal sealed class SeatKeeper(SimulatedPeople people) : IDeskSessionObserver
{
    public Task OpenedAsync(OperatorId op, CancellationToken cancellationToken)
    {
        people.TakeSeat(op);
        return Task.CompletedTask;
    }

    public Task ClosedAsync(OperatorId op, bool wasLost, CancellationToken cancellationToken)
    {
        people.LeaveSeat(op);
        return Task.CompletedTask;
    }
}
