using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A call's place on the dispatch board.</summary>
internal sealed class CallOnBoard(CallSession call)
{
    private static readonly TimeSpan SameTime = TimeSpan.FromSeconds(1);

    /// <summary>Which wait on the board it is: offers of an earlier one are void.</summary>
    public int Ticket { get; private set; }

    public void Post(DispatchCommand command) => call.Services.Dispatcher.Post(command);

    /// <summary>Waits on the board, with the place the call has in the queue.</summary>
    public void Enqueue((OperatorId Operator, TimeSpan For)? preferred = null) => Post(
        new DispatchCommand.Enqueue(call.Id, call.Record.Company!.Value, OnBoard(call.Record.EnqueuedAt!.Value), Ticket) { OverflowedTo = call.Record.OverflowedTo, Priority = call.Record.Priority, Preferred = preferred, IsPatient = !call.Record.HasCaller });

    /// <summary>A time of the call's in the board's, which has counted on by itself since before the wall clock was set.</summary>
    private DateTimeOffset OnBoard(DateTimeOffset at)
    {
        var (now, onBoard) = (call.Now(), call.Services.Dispatcher.UtcNow);
        var ahead = onBoard - now;

        // The clocks' own jitter must not change who came first. And nobody has waited since a time that is still to come.
        return (at < now ? at : now) + (ahead.Duration() < SameTime ? TimeSpan.Zero : ahead);
    }

    /// <summary>Leaves the board, whatever it had there; offers that are still on their way are void from now on.</summary>
    public void Leave()
    {
        Ticket++;
        Post(new DispatchCommand.Leave(call.Id));
    }
}
