namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>All operators: side by side what every call needs, and apart from it what is seldom needed.</summary>
internal sealed class OperatorTable
{
    private BoardOperator[] _operators = new BoardOperator[16];
    private OperatorDetails[] _details = new OperatorDetails[16];
    private int[] _next = new int[16];

    public int Count { get; private set; }

    public ref BoardOperator this[int op] => ref _operators[op];

    public OperatorDetails DetailsOf(int op) => _details[op];

    /// <summary>The next operator the same call is offered to; −1 for none.</summary>
    public int NextOf(in BoardOperator op) => op.Has(OperatorMarks.HasNext) ? _next[op.Index] : -1;

    public void SetNext(ref BoardOperator op, int next)
    {
        op.Set(OperatorMarks.HasNext, next >= 0);
        if (next >= 0)
        {
            _next[op.Index] = next;
        }
    }

    /// <summary>Adds an operator, who is offline.</summary>
    public ref BoardOperator Add(long now)
    {
        if (Count == _operators.Length)
        {
            Array.Resize(ref _operators, Count * 2);
            Array.Resize(ref _details, Count * 2);
            Array.Resize(ref _next, Count * 2);
        }

        _operators[Count] = new BoardOperator { Index = Count, Call = -1, Timer = -1, Since = now };
        _details[Count] = new OperatorDetails();
        return ref _operators[Count++];
    }
}
