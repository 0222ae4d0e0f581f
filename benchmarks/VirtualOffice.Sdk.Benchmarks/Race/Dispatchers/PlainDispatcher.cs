namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>For dispatchers who know no states: free is free, whatever the operator did before.</summary>
internal abstract class PlainDispatcher : Dispatcher
{
    public override void Release(int op, long now, bool missed) => Free(op, missed);

    public override void ReleaseToWrapUp(int op, long now)
    {
    }

    public override void EndWrapUp(int op, long now, bool missed) => Free(op, missed);

    public override void EndBreak(int op, long now, bool missed) => Free(op, missed);

    protected abstract void Free(int op, bool missed);
}
