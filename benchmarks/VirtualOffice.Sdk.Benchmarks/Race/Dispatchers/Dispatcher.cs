namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>
/// A contestant. All implement one policy: a newcomer goes to the operator of the company who has been idle the longest; an operator who becomes free takes, of the companies served, the call with the smallest
/// <c>arrival − head start</c>; who misses an offer goes on a break, and the call keeps its place.
/// </summary>
internal abstract class Dispatcher
{
    /// <summary>Of everything decided, in order.</summary>
    public long Checksum { get; private set; }

    public int LastCall { get; set; }

    public int LastOperator { get; private set; }

    public int LastMissed { get; set; }

    /// <summary>Opens the office: operator p has call p. Numbers of calls stay below <paramref name="calls"/>.</summary>
    public abstract void Open(Crew crew, int calls);

    public abstract void Arrive(int call, int company, int band, long now, bool missed);

    public abstract void Release(int op, long now, bool missed);

    public abstract void ReleaseToWrapUp(int op, long now);

    public abstract void EndWrapUp(int op, long now, bool missed);

    public abstract void EndBreak(int op, long now, bool missed);

    public abstract void Abandon(int call, long now);

    protected void Assigned(int call, int op)
    {
        Checksum = (Checksum * 31) + (call * 7_919L) + op;
        (LastCall, LastOperator) = (call, op);
    }

    protected void Missed(int call, int op)
    {
        Checksum = (Checksum * 37) + (call * 7_919L) + op;
        LastMissed = op;
    }
}
