namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>All operators: side by side what every call needs, and apart from it what is seldom needed.</summary>
internal sealed class OperatorTable
{
    private BoardOperator[] _operators = new BoardOperator[16];
    private OperatorDetails[] _details = new OperatorDetails[16];

    public int Count { get; private set; }

    public ref BoardOperator this[int op] => ref _operators[op];

    public OperatorDetails DetailsOf(int op) => _details[op];

    /// <summary>Adds an operator, who is offline.</summary>
    public ref BoardOperator Add(long now)
    {
        if (Count == _operators.Length)
        {
            Array.Resize(ref _operators, Count * 2);
            Array.Resize(ref _details, Count * 2);
        }

        _operators[Count] = new BoardOperator { Index = Count, Call = -1, NextOffered = -1, Timer = -1, Since = now };
        _details[Count] = new OperatorDetails();
        return ref _operators[Count++];
    }
}
