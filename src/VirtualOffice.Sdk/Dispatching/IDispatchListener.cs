namespace VirtualOffice.Sdk.Dispatching;

/// <summary>Receives the board's decisions, in order. Must not block.</summary>
internal interface IDispatchListener
{
    void Decided(in DispatchDecision decision);
}
