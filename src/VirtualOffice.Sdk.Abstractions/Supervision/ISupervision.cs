using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Supervision;

/// <summary>
/// Listening in on calls: silent, whispering to the operator, or talking with both. It is of the moment: a host that is started anew lets the supervisor's phone go, and the call is not touched.
/// Everything asked for is written to the log and told as <see cref="ListeningChanged"/>. Safe for concurrent use.
/// </summary>
public interface ISupervision
{
    /// <summary>Rings the supervisor's phone and lets them hear the call when they pick up. Once more for the same call changes the mode, at once.</summary>
    /// <param name="call">The call; an operator talks in it.</param>
    /// <param name="supervisor">At whose phone: an operator of the office who is offline or on a break, so that no call rings meanwhile.</param>
    /// <param name="mode">How.</param>
    /// <param name="by">Who asks for it, by name; 1 to 64 characters.</param>
    /// <param name="cancellationToken">Cancels waiting; the phone may ring all the same.</param>
    /// <exception cref="CallCommandException">There is no such call, nobody talks in it, the supervisor cannot listen now (the message says why), or the PBX cannot do it.</exception>
    Task<CallListener> ListenAsync(CallId call, OperatorId supervisor, ListeningMode mode, string by, CancellationToken cancellationToken = default);

    /// <summary>Lets the supervisor's phone go.</summary>
    /// <returns>False when they do not listen.</returns>
    bool Stop(OperatorId supervisor);

    /// <summary>Who listens now, ordered by supervisor.</summary>
    IReadOnlyList<CallListener> List();
}
