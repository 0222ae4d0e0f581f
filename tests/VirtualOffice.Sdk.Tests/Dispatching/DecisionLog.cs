using VirtualOffice.Sdk.Dispatching;

namespace VirtualOffice.Sdk.Tests.Dispatching;

/// <summary>Keeps the board's decisions, and notices when two come at once.</summary>
internal sealed class DecisionLog : IDispatchListener
{
    private int _inside;

    public List<DispatchDecision> Decisions { get; } = [];

    public bool Overlapped { get; private set; }

    /// <summary>What the listener does with a decision besides keeping it.</summary>
    public Action<DispatchDecision> OnDecision { get; set; } = _ => { };

    public void Decided(in DispatchDecision decision)
    {
        Overlapped |= Interlocked.Increment(ref _inside) != 1;
        try
        {
            Decisions.Add(decision);
            OnDecision(decision);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
