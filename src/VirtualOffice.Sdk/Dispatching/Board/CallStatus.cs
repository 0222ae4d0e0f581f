namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A call now.</summary>
/// <param name="Place">Where it stands; nowhere when it has left.</param>
/// <param name="Lane">Its lane.</param>
/// <param name="Band">Its priority.</param>
/// <param name="EnqueuedAt">From when its place counts.</param>
/// <param name="Operator">Who has it, or the first of those it is offered to; −1 for nobody.</param>
internal readonly record struct CallStatus(CallPlace Place, int Lane, int Band, long EnqueuedAt, int Operator);
