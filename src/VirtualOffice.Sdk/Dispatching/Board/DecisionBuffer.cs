namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Takes up decisions; its owner reads and clears it, and it is used again.</summary>
internal sealed class DecisionBuffer
{
    private Decision[] _decisions = new Decision[64];

    public int Count { get; private set; }

    public ref readonly Decision this[int index] => ref _decisions[index];

    public ReadOnlySpan<Decision> Span => _decisions.AsSpan(0, Count);

    public void Add(in Decision decision)
    {
        if (Count == _decisions.Length)
        {
            Array.Resize(ref _decisions, Count * 2);
        }

        _decisions[Count++] = decision;
    }

    public void Clear() => Count = 0;
}
