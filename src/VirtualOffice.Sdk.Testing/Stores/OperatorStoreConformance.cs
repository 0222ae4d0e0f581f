using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="IOperatorStore"/> promises, as cases.</summary>
public static class OperatorStoreConformance
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly OperatorId Olga = OperatorId.Parse("olga");
    private static readonly OperatorId Pavel = OperatorId.Parse("pavel");

    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<IOperatorStore>>> Cases { get; } =
    [
        new("ReadAll_NothingSaved_IsEmpty", async (bench, cancellationToken) =>
            Expect.Sequence([], await bench.Store.ReadAllAsync(cancellationToken), "The wishes in an empty store")),

        new("Save_Wishes_AreReadBack", async (bench, cancellationToken) =>
        {
            OperatorWish[] wishes =
            [
                new(Olga, OperatorPresence.Break, "lunch \"und\" 😀", At),
                new(Pavel, OperatorPresence.Available, null, At.AddDays(1)),
                new(OperatorId.Parse("Olga"), OperatorPresence.Offline, "", At),
            ];
            foreach (var wish in wishes)
            {
                await bench.Store.SaveAsync(wish, cancellationToken);
            }

            await bench.ReopenAsync(cancellationToken);
            Expect.Sequence(wishes.OrderBy(w => w.Operator), (await bench.Store.ReadAllAsync(cancellationToken)).OrderBy(w => w.Operator), "The wishes that were saved");
        }),

        new("Save_SameOperatorAgain_ReplacesTheWish", async (bench, cancellationToken) =>
        {
            await bench.Store.SaveAsync(new OperatorWish(Olga, OperatorPresence.Break, "lunch", At), cancellationToken);
            await bench.Store.SaveAsync(new OperatorWish(Pavel, OperatorPresence.Available, null, At), cancellationToken);
            var last = new OperatorWish(Olga, OperatorPresence.Available, null, At.AddSeconds(-1));
            await bench.Store.SaveAsync(last, cancellationToken);

            await bench.ReopenAsync(cancellationToken);
            var wishes = await bench.Store.ReadAllAsync(cancellationToken);
            Expect.Sequence([last], wishes.Where(w => w.Operator == Olga), "The wishes of an operator who had two");
            Expect.Equal(2, wishes.Count, "The number of wishes");
        }),

        new("Save_ManyAtOnce_AllAreKept", async (bench, cancellationToken) =>
        {
            var wishes = Enumerable.Range(1, 20).Select(i => new OperatorWish(OperatorId.Parse($"op{i:00}"), OperatorPresence.Available, null, At)).ToList();
            foreach (var save in wishes.Select(wish => bench.Store.SaveAsync(wish, cancellationToken)).ToList())
            {
                await save;
            }

            Expect.Sequence(wishes, (await bench.Store.ReadAllAsync(cancellationToken)).OrderBy(w => w.Operator), "The wishes that were saved at once");
        }),
    ];
}
