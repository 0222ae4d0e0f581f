using CsCheck;

namespace VirtualOffice.Sdk.Tests.Dispatching.Board;

/// <summary>The board decides, command by command, what lists and LINQ decide.</summary>
public sealed class BoardModelTests
{
    private static readonly Gen<(int What, int A, int B, int Milliseconds)> Step =
        from what in Gen.Int[0, 39]
        from a in Gen.Int[0, 1_000]
        from b in Gen.Int[0, 1_000]
        from slow in Gen.Int[0, 9]
        from milliseconds in Gen.Int[0, slow == 0 ? 20_000 : 1_000]
        select (what, a, b, milliseconds);

    [Fact]
    public void AnyCommands_EveryDecisionIsTheNaiveBoards() => Gen.Select(Gen.Int[0, int.MaxValue - 1], Step.Array[0, 120]).Sample(
        (seed, steps) =>
        {
            var pair = new BoardPair(seed);
            foreach (var (what, a, b, milliseconds) in steps)
            {
                pair.Step(what, a, b, milliseconds);
            }
        },
        iter: 2_000,
        threads: 2);

    [Fact]
    public void ALongRun_OffersManyCalls()
    {
        var random = new Random(7);
        var offers = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var pair = new BoardPair(seed);
            for (var i = 0; i < 600; i++)
            {
                pair.Step(random.Next(40), random.Next(1_000), random.Next(1_000), random.Next(1_000));
            }

            offers += pair.Offers;
        }

        Assert.InRange(offers, 500, int.MaxValue);
    }
}
