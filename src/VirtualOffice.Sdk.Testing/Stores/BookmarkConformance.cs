using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="IBookmarkStore"/> promises, as cases.</summary>
public static class BookmarkConformance
{
    /// <summary>The cases. Each wants an empty store.</summary>
    public static IReadOnlyList<ConformanceCase<IStoreTestBench<IBookmarkStore>>> Cases { get; } =
    [
        new("Read_NeverSaved_IsNull", async (bench, cancellationToken) =>
            Expect.That(await bench.Store.ReadAsync("cdr:main", cancellationToken) is null, "A bookmark that was never saved is found.")),

        new("Save_Several_AreReadBackAndApart", async (bench, cancellationToken) =>
        {
            await bench.Store.SaveAsync("cdr:main", "a \"b\" 'c'\n😀", cancellationToken);
            await bench.Store.SaveAsync("cdr:Main", "", cancellationToken);
            await bench.ReopenAsync(cancellationToken);
            Expect.Equal("a \"b\" 'c'\n😀", await bench.Store.ReadAsync("cdr:main", cancellationToken), "A bookmark");
            Expect.Equal("", await bench.Store.ReadAsync("cdr:Main", cancellationToken), "A bookmark whose name differs in case only");
        }),

        new("Save_Again_Replaces", async (bench, cancellationToken) =>
        {
            await bench.Store.SaveAsync("cdr:main", "2", cancellationToken);
            await bench.Store.SaveAsync("cdr:main", "1", cancellationToken);
            await bench.ReopenAsync(cancellationToken);
            Expect.Equal("1", await bench.Store.ReadAsync("cdr:main", cancellationToken), "A bookmark that was saved twice");
        }),
    ];
}
