namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Numbers of which a random one can be taken.</summary>
internal sealed class NumberSet(int capacity)
{
    private readonly int[] _numbers = new int[capacity];
    private readonly int[] _places = new int[capacity];

    public int Count { get; private set; }

    public int this[int index] => _numbers[index];

    public void Add(int number)
    {
        _places[number] = Count;
        _numbers[Count++] = number;
    }

    public void Remove(int number)
    {
        var (place, last) = (_places[number], _numbers[--Count]);
        (_numbers[place], _places[last]) = (last, place);
    }
}
