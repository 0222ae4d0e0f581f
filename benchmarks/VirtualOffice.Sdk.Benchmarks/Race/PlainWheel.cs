namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>The limit for deadlines: one ring of buckets linked by numbers, no order within a bucket.</summary>
internal sealed class PlainWheel
{
    private const int Buckets = 4_096;
    private const int GranuleBits = 14;

    private readonly int[] _first = new int[Buckets];
    private Node[] _nodes = new Node[1_024];
    private int _used;
    private int _free = -1;

    public PlainWheel() => Array.Fill(_first, -1);

    public int Arm(long due, int owner)
    {
        var node = _free;
        if (node >= 0)
        {
            _free = _nodes[node].Next;
        }
        else
        {
            if (_used == _nodes.Length)
            {
                Array.Resize(ref _nodes, _used * 2);
            }

            node = _used++;
        }

        var bucket = (int)(due >> GranuleBits) & (Buckets - 1);
        var first = _first[bucket];
        _nodes[node] = new Node { Due = due, Owner = owner, Bucket = bucket, Next = first, Previous = -1 };
        if (first >= 0)
        {
            _nodes[first].Previous = node;
        }

        _first[bucket] = node;
        return node;
    }

    public void Cancel(int node)
    {
        ref var cancelled = ref _nodes[node];
        (cancelled.Previous < 0 ? ref _first[cancelled.Bucket] : ref _nodes[cancelled.Previous].Next) = cancelled.Next;
        if (cancelled.Next >= 0)
        {
            _nodes[cancelled.Next].Previous = cancelled.Previous;
        }

        cancelled.Next = _free;
        _free = node;
    }

    private struct Node
    {
        public long Due;
        public int Owner;
        public int Bucket;
        public int Next;
        public int Previous;
    }
}
