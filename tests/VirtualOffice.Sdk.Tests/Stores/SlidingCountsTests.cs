using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Stores;

public class SlidingCountsTests
{
    private const int Kinds = 3;
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Since_AnyChangesAndMoments_IsTheCountOfAll(int seed)
    {
        var random = new Random(seed);
        var counts = new SlidingCounts(Kinds);
        var all = new List<Counted>();
        for (var i = 0; i < 3_000; i++)
        {
            // Few moments, so that many things share one; and clocks are set back.
            var at = s_start.AddSeconds((i / 20) + random.Next(-5, 5));
            switch (random.Next(5))
            {
                case 0 or 1:
                    all.Add(counts.Add(at, random.Next(Kinds)));
                    break;
                case 2 when all.Count > 0:
                    counts.Change(all[random.Next(all.Count)], random.Next(Kinds));
                    break;
                case 3 when all.Count > 0 && random.Next(4) == 0:
                    var removed = all[random.Next(all.Count)];
                    counts.Remove(removed);
                    all.Remove(removed);
                    break;
                default:
                    Assert.Equal(Enumerable.Range(0, Kinds).Select(kind => all.LongCount(c => c.At >= at && c.Kind == kind)), counts.Since(at).ToArray());
                    break;
            }
        }
    }
}
