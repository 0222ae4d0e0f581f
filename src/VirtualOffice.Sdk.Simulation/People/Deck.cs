namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// Deals cards as often as their weights say, each round in another order: chance without long runs of the same. The first round deals one of each kind first, so that everything is seen soon.
/// </summary>
internal sealed class Deck<T>
{
    private readonly Chance _chance;
    private readonly T[] _cards;
    private readonly Lock _gate = new();
    private int _next;

    public Deck(Chance chance, IEnumerable<(T Card, int Weight)> cards)
    {
        _chance = chance;
        var kinds = cards.Where(card => card.Weight > 0).ToList();
        _cards = [.. kinds.Select(card => card.Card), .. kinds.SelectMany(card => Enumerable.Repeat(card.Card, card.Weight - 1))];
        if (_cards.Length == 0)
        {
            throw new VirtualOfficeException($"Every weight of {typeof(T).Name} in SimulatedPeopleOptions is zero; at least one must be more.");
        }
    }

    public T Deal()
    {
        lock (_gate)
        {
            if (_next == _cards.Length)
            {
                _chance.Shuffle(_cards.AsSpan());
                _next = 0;
            }

            return _cards[_next++];
        }
    }
}
