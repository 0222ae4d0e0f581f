namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Something to be written, on its way through the writer. Its own refusal is told only after the commit of the transaction it was found in.</summary>
internal abstract class StoreWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private int _state;

    /// <summary>The writer takes it; false when it was cancelled before. From here on it is carried out.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Takes it back; false when the writer has it already.</summary>
    public bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;

    /// <summary>The statements it consists of when it has to read nothing for them, so that many writes can go to the database in one message; null otherwise.</summary>
    public virtual IReadOnlyList<StoreStatement>? Statements => null;

    /// <summary>Its statements were carried out; what was found in an earlier attempt no longer counts.</summary>
    public abstract void Accept();

    /// <summary>Writes, inside the writer's transaction; again from the beginning when the database gave that transaction up.</summary>
    public abstract Task ExecuteAsync(StoreSession session);

    /// <summary>It was undone; the reason is told when the transaction is committed.</summary>
    public abstract void Reject(Exception reason);

    /// <summary>The transaction is committed.</summary>
    public abstract void Complete();

    /// <summary>The transaction failed.</summary>
    public abstract void Fail(Exception reason);
}
