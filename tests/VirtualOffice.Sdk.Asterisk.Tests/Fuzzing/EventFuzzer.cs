using VirtualOffice.Sdk.Asterisk.Tests.Ari;

namespace VirtualOffice.Sdk.Asterisk.Tests.Fuzzing;

/// <summary>
/// Feeds changed events, and changes of those that made something new happen: it is guided by what reader and translator do. The same seed gives the same run.
/// </summary>
internal sealed class EventFuzzer(int seed)
{
    private const int EventsOfAWorld = 200;

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _pool = [.. Corpus.Bytes, .. Interesting];
    private readonly HashSet<string> _kinds = [];

    /// <summary>Inputs that earlier runs found worth keeping, one a line in Base64: they need not be text.</summary>
    public static IReadOnlyList<byte[]> Interesting { get; } =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "interesting.txt")).Where(line => line.Length > 0).Select(Convert.FromBase64String)];

    /// <summary>The inputs that this run adds to those.</summary>
    public List<byte[]> Found { get; } = [];

    public long Fed { get; private set; }

    /// <summary>Goes on for as long as it is told to.</summary>
    /// <exception cref="InvalidOperationException">Something does not hold; the message has the input.</exception>
    public void Run(Func<EventFuzzer, bool> goesOn)
    {
        var mutator = new EventMutator(_random);
        Learn();
        while (goesOn(this))
        {
            using var world = new EventWorld();
            for (var i = 0; i < EventsOfAWorld; i++)
            {
                var input = mutator.Mutate(_pool[_random.Next(_pool.Count)], _pool[_random.Next(_pool.Count)]);
                if (_kinds.Add(Feed(world, input)) && input.Length <= 4096)
                {
                    _pool.Add(input);
                    Found.Add(input);
                }
            }
        }
    }

    /// <summary>What is known already is nothing new.</summary>
    private void Learn()
    {
        foreach (var input in _pool)
        {
            using var world = new EventWorld();
            _kinds.Add(Feed(world, input));
        }
    }

    private string Feed(EventWorld world, byte[] input)
    {
        Fed++;
        try
        {
            return world.Feed(input);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}, input {Fed}, in Base64: {Convert.ToBase64String(input)}", e);
        }
    }
}
