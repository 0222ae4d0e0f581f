namespace VirtualOffice.Sdk.Telephony;

/// <summary>An optional ability of an <see cref="ITelephonyProvider"/>: a leg listens in on another, wherever that one is moved, without being in its bridge.</summary>
/// <remarks>Safe for concurrent use; every command may be repeated without a second effect.</remarks>
public interface IListeningIn
{
    /// <summary>
    /// Lets the party of an answered leg hear what another leg's party says and hears. Nobody notices, unless the listener whispers: then that one party hears the listener too.
    /// Once more for the same ear changes to whom it listens and how. It ends with either leg; the other one lives on.
    /// </summary>
    /// <param name="ear">The leg that listens; it is taken out of the bridge it is in.</param>
    /// <param name="target">The leg listened to.</param>
    /// <param name="whispers">Whether the target's party hears the listener; a PBX may mix that only into what the party is sent anyway, so that nothing is heard where nobody else is in its bridge.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CommandResult> ListenInAsync(LegId ear, LegId target, bool whispers, CancellationToken cancellationToken);

    /// <summary>Lets a leg listen no longer; one that does not is <see cref="CommandResult.Done"/>.</summary>
    Task<CommandResult> StopListeningInAsync(LegId ear, CancellationToken cancellationToken);
}
